import type { Routes } from "../app.ts";
import type { Config } from "../platform/config.ts";
import { offerDownloads } from "./downloads.ts";
import { offerExports } from "./exports.ts";
import { offerMemberFile } from "./firms/member-file.ts";
import { publicPages } from "./public/public-pages.ts";
import { takeUploads } from "./uploads.ts";

/** Every plain route beside GraphQL. */
export const routes = ({ zone }: Pick<Config, "zone">): Routes[] => [
  offerDownloads,
  takeUploads,
  offerExports,
  offerMemberFile,
  (app, { verifications, publicFiles }, schema) => publicPages(app, { verifications, publicFiles, schema, zone }),
];
