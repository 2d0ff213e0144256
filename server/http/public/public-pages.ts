import { readFileSync } from "node:fs";
import multipart from "@fastify/multipart";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { GraphQLSchema } from "graphql";
import { certificateNumber } from "../../kernel/certificate-number.ts";
import { isLanguage, type Language } from "../../kernel/language.ts";
import { dayIn } from "../../kernel/zone.ts";
import { publicCertificates, type Verification, type VerificationService } from "../../modules/certificates/index.ts";
import { association } from "../../modules/members/index.ts";
import type { PublicFileService } from "../../modules/publication/index.ts";
import { honours, honourYears, ladderInForce } from "../../modules/rewards/index.ts";
import { UnfitCursor } from "../../platform/paging.ts";
import type { Context } from "../../platform/context.ts";
import { firmPage } from "../firms/firm.page.ts";
import { publicFileValue } from "../firms/member-file.ts";
import { attachedJson, noSuchFile } from "../attachment.ts";
import { languageOf } from "../sessions.ts";
import { givenFile } from "./given-file.ts";
import { honoursPage, type Shown } from "./honours.page.ts";
import { homePage } from "./home.page.ts";
import { nowherePage } from "./nowhere.page.ts";
import { askPage, resultPage, type Surroundings } from "./verify.page.ts";
import { wordsIn } from "./words.ts";

const LARGEST = 10 * 1024 * 1024;

/** A number in the list of members, as it stands in an address; never more than the database counts to. */
const firmNumber = /^[1-9]\d{0,8}$/;

const types: Record<string, string> = { css: "text/css; charset=utf-8", js: "text/javascript; charset=utf-8", svg: "image/svg+xml" };

export interface PublicPagesOptions {
  verifications: VerificationService;
  publicFiles: PublicFileService;
  /** The contract, of which the public file is asked as a value. */
  schema: GraphQLSchema;
  zone: string;
}

/** The pages for everybody: the front door, the check of certificates the honour list and the public file of each firm. Server-written, usable without a script. */
export async function publicPages(app: FastifyInstance, { verifications, publicFiles, schema, zone }: PublicPagesOptions): Promise<void> {
  await app.register(async (inner) => {
    await inner.register(multipart, { limits: { fileSize: LARGEST, files: 1, fields: 4 } });

    for (const name of ["public.css", "verify.js", "mark.svg"]) {
      const bytes = readFileSync(new URL(`assets/${name}`, import.meta.url));
      inner.get(`/public/${name}`, (_request, reply) => reply.type(types[name.split(".")[1] ?? ""] ?? "").header("cache-control", "public, max-age=3600").send(bytes));
    }

    inner.get("/public/signing-certificates.pem", (_request, reply) =>
      reply.type("application/x-pem-file").header("cache-control", "public, max-age=3600").send(verifications.signingCertificates()));

    inner.get("/", async (request, reply) => send(reply, homePage(await surroundings(request))));

    inner.get<{ Params: { number: string } }>("/firms/:number", async (request, reply) => {
      const ctx = await request.context();
      const [, plain] = /^(.*)\.json$/.exec(request.params.number) ?? [];
      if (plain !== undefined) {
        const value = firmNumber.test(plain) ? await publicFileValue(schema, ctx, Number(plain)) : null;
        return value === null ? noSuchFile(reply) : attachedJson(reply, `firm-${plain}.json`, value);
      }
      const file = firmNumber.test(request.params.number) ? await publicFiles.read(ctx, Number(request.params.number)) : null;
      if (file === null) return send(reply, nowherePage(await surroundings(request)), 404);
      return send(reply, firmPage(await surroundings(request), file, await publicCertificates(ctx, file.id, file.asOf)));
    });
    inner.get("/apply", (_request, reply) => reply.redirect("/app/apply", 302));

    inner.get("/*", async (request, reply) => (wantsHtml(request) ? send(reply, nowherePage(await surroundings(request)), 404) : reply.callNotFound()));

    inner.get<{ Querystring: { number?: string | string[] } }>("/verify", async (request, reply) => {
      const [number] = [request.query.number].flat();
      if (number === undefined) return send(reply, askPage(await surroundings(request)));
      if (number.trim() === "") return refuse(request, reply, 400, "number", wordsIn(languageFor(request)).numberMissing);
      return byNumber(request, reply, number);
    });

    inner.get<{ Params: { number: string } }>("/verify/:number", (request, reply) => byNumber(request, reply, request.params.number));

    inner.get("/honours", (request, reply) => honourList(request, reply, null));

    inner.get<{ Params: { year: string } }>("/honours/:year", (request, reply) => honourList(request, reply, request.params.year));

    inner.post("/verify", async (request, reply) => {
      const given = await givenFile(request);
      if (!Buffer.isBuffer(given)) return refuse(request, reply, given.status, "file", wordsIn(languageFor(request))[given.sentence]);
      return answer(request, reply, await verifications.byFile(await request.context(), given));
    });
  });

  /** The honour list of a year; of the latest in which anything was given where none is named. */
  async function honourList(request: FastifyRequest, reply: FastifyReply, named: string | null) {
    const around = await surroundings(request);
    const shown = await shownIn(await request.context(), named, (request.query as { after?: unknown }).after);
    return shown ? send(reply, honoursPage(around, shown)) : send(reply, nowherePage(around), 404);
  }

  async function shownIn(ctx: Context, named: string | null, after: unknown): Promise<Shown | null> {
    const today = dayIn(zone, ctx.now);
    const [years, ladder] = await Promise.all([honourYears(ctx), ladderInForce(ctx)]);
    const year = named === null ? (years[0]?.year ?? Number(today.slice(0, 4))) : /^\d{4}$/.test(named) ? Number(named) : null;
    if (year === null) return null;
    try {
      return { year, years, ladder, today, honours: await honours(ctx, year, null, { first: 100, after: typeof after === "string" ? after : null }) };
    } catch (error) {
      if (error instanceof UnfitCursor) return null;
      throw error;
    }
  }

  async function byNumber(request: FastifyRequest, reply: FastifyReply, number: string) {
    return answer(request, reply, await verifications.byNumber(await request.context(), number), number);
  }

  /** What was found, as a page, or as JSON for programs; `typed` is what was looked for, absent for a file. */
  async function answer(request: FastifyRequest, reply: FastifyReply, found: Verification, typed?: string) {
    if (wantsJson(request)) return reply.header("cache-control", "no-store").send(found);
    return send(reply, resultPage(await surroundings(request), found, typed));
  }

  /** Says what is missing where it was asked for. */
  async function refuse(request: FastifyRequest, reply: FastifyReply, status: number, field: "number" | "file", sentence: string) {
    if (wantsJson(request)) return reply.code(status).send({ message: sentence });
    return send(reply, askPage(await surroundings(request), { field, sentence }), status);
  }

  async function surroundings(request: FastifyRequest): Promise<Surroundings> {
    const [language, ctx] = [languageFor(request), await request.context()];
    const { name, numberPrefix } = await association(ctx);
    const year = Number(dayIn(zone, ctx.now).slice(0, 4));
    return { language, association: name[language], zone, exampleNumber: certificateNumber({ prefix: numberPrefix, year, serial: 0 }) };
  }
}

const send = (reply: FastifyReply, page: string, status = 200) =>
  reply.code(status).type("text/html; charset=utf-8").header("cache-control", "no-store").header("vary", "accept, accept-language").send(page);

const wantsJson = (request: FastifyRequest) => /^application\/json\b/.test(request.headers.accept ?? "");

const wantsHtml = (request: FastifyRequest) => /\btext\/html\b/.test(request.headers.accept ?? "");

/** The language asked for in the address, else the reader's browser's, else the association's first. */
function languageFor(request: FastifyRequest): Language {
  const asked = (request.query as { lang?: unknown }).lang;
  return isLanguage(asked) ? asked : languageOf(request.headers["accept-language"]);
}
