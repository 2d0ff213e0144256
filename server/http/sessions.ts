import type { DataSource } from "typeorm";
import { type Language, languages } from "../kernel/language.ts";
import { actorOfKey, actorOfSession, sessionCookie } from "../modules/identity/index.ts";
import { anonymous } from "../platform/actor.ts";
import type { Config } from "../platform/config.ts";
import { Context } from "../platform/context.ts";
import type { Authenticate } from "./request-context.ts";

/** Finds out who a request comes from: by the key it bears, else by its session's cookie; anything else comes from a stranger. */
export const authenticator = (source: DataSource, { demo }: Pick<Config, "demo">): Authenticate => async (request) => {
  const stranger = anonymous(languageOf(request.headers["accept-language"]), request.ip);
  const key = /^Bearer (\S{1,200})$/.exec(request.headers.authorization ?? "")?.[1];
  const token = request.cookies[sessionCookie];
  const ctx = new Context({ source, actor: stranger, requestId: request.id });
  const actor = key ? await actorOfKey(ctx, key, demo) : token ? await actorOfSession(ctx, token, demo) : null;
  return actor ?? stranger;
};

/** The language of the house nearest to what a browser asks for first. */
export function languageOf(header: string | undefined): Language {
  const wanted = (header ?? "").toLowerCase().split(",").map((entry) => entry.split(";")[0]?.trim() ?? "");
  return wanted.map(nearest).find((language) => language !== null) ?? languages[0];
}

function nearest(tag: string): Language | null {
  if (/^zh-(hans|cn|sg|my)\b/.test(tag)) return "zh-Hans";
  if (/^zh\b/.test(tag)) return "zh-Hant";
  return /^en\b/.test(tag) ? "en" : null;
}
