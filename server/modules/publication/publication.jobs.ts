import { z } from "zod";
import { defineJob } from "../../platform/jobs.ts";

/** Fixes the days on which a decision in force is public, and tells of its beginning. */
export const placePublication = defineJob({
  queue: "publication",
  name: "place-publication",
  payload: z.object({ decisionId: z.string() }),
  key: ({ decisionId }) => `place-publication.${decisionId}`,
});

/** Tells what a repair or an appeal took down; `fact` is the event that said so. */
export const tellPublications = defineJob({
  queue: "publication",
  name: "tell-publications",
  payload: z.object({ fact: z.string() }),
  key: ({ fact }) => `tell-publications.${fact}`,
});

/** Looks every day for decisions that a lost order left out, and tells what began and ended since. */
export const keepPublications = defineJob({
  queue: "publication",
  name: "keep-publications",
  payload: z.object({ period: z.string() }),
  key: ({ period }) => `keep-publications.${period}`,
});
