import type { FastifyRequest } from "fastify";
import type { DataSource } from "typeorm";
import { type Language, languages } from "../kernel/language.ts";
import { keyPass, type Pass, recognise, sessionCookie, sessionPass } from "../modules/identity/index.ts";
import { anonymous } from "../platform/actor.ts";
import type { Config } from "../platform/config.ts";
import { Context } from "../platform/context.ts";
import type { Glance } from "./known-reads.ts";
import type { Authenticate } from "./request-context.ts";

/** What a request is recognised by: the key it bears, else its session's cookie; null when it bears neither. */
function passOf(request: FastifyRequest, demo: boolean): Pass | null {
  const key = /^Bearer (\S{1,200})$/.exec(request.headers.authorization ?? "")?.[1];
  const token = request.cookies[sessionCookie];
  if (key) return keyPass(key, demo);
  return token ? sessionPass(token, demo) : null;
}

/** Finds out who requests come from; without a pass that counts it is a stranger. */
export function doorkeeper(source: DataSource, { demo }: Pick<Config, "demo">): { authenticate: Authenticate; glance: Glance } {
  const glance: Glance = (request) => ({
    pass: passOf(request, demo),
    stranger: new Context({ source, actor: anonymous(languageOf(request.headers["accept-language"]), request.ip), requestId: request.id }),
  });
  const authenticate: Authenticate = async (request) => {
    const { pass, stranger } = glance(request);
    return (pass && (await recognise(stranger, pass))) ?? stranger.actor;
  };
  return { authenticate, glance };
}

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
