import type { FastifyInstance, LightMyRequestResponse } from "fastify";
import { type AppOptions, createApp } from "../../server/app.ts";
import type { Services } from "../../server/compose.ts";
import { type Actor, anonymous } from "../../server/platform/actor.ts";
import { buildContract } from "../../server/platform/graphql/build-schema.ts";
import { declareActs } from "../../server/platform/graphql/viewer-may.ts";
import { createLog } from "../../server/platform/log.ts";
import { LanternReadsResolver, LanternResolver, LanternViewerMay } from "./lantern.ts";
import type { TestDatabase } from "./database.ts";
import { served } from "./served.ts";

export interface Answer {
  status: number;
  headers: LightMyRequestResponse["headers"];
  json: { data?: Record<string, unknown> | null; errors?: { message: string; path?: unknown; extensions: Record<string, unknown> }[] };
}

export interface Asked {
  query?: unknown;
  variables?: unknown;
  operationName?: unknown;
}

/** The real server over the lantern's contract; a header names the person, since nobody signs in here. */
export async function lanternApp({ source }: TestDatabase, mode: "production" | "demo" = "demo", redisUrl: string | null = null, config: Partial<AppOptions["config"]> = {}) {
  const lines: Record<string, unknown>[] = [];
  const log = createLog({ level: "info", mode: "production", name: "api", to: { write: (line) => void lines.push(JSON.parse(line) as Record<string, unknown>) } });
  declareActs(["lantern:light", "lantern:read"]);
  const app: FastifyInstance = await createApp({
    source,
    config: { ...served, mode, redisUrl, ...config },
    services: {} as Services,
    schema: buildContract([LanternReadsResolver, LanternResolver, LanternViewerMay], new Map()),
    authenticate: ({ headers, ip }) => Promise.resolve(personOf(headers["x-person"], ip)),
    log,
  });
  const ask = async (payload: Asked, headers: Record<string, string> = {}): Promise<Answer> => {
    const { statusCode, headers: answered, payload: text } = await app.inject({ method: "POST", url: "/graphql", payload, headers });
    return { status: statusCode, headers: answered, json: JSON.parse(text) as Answer["json"] };
  };
  return { app, ask, lines };
}

function personOf(name: string | string[] | undefined, ip: string): Actor {
  if (typeof name !== "string") return anonymous("en", ip);
  return { ...anonymous("en", ip), kind: "USER", userId: name, memberId: "mbr_1", permissions: new Set(["lantern:read", "lantern:light"]) };
}
