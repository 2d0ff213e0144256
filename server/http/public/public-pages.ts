import { readFileSync } from "node:fs";
import multipart from "@fastify/multipart";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { isLanguage, type Language } from "../../kernel/language.ts";
import type { VerificationService } from "../../modules/certificates/index.ts";
import { association } from "../../modules/members/index.ts";
import { homePage } from "./home.page.ts";
import { askPage, resultPage } from "./verify.page.ts";
import { wordsIn } from "./words.ts";

const LARGEST = 10 * 1024 * 1024;

const types: Record<string, string> = { css: "text/css; charset=utf-8", js: "text/javascript; charset=utf-8", svg: "image/svg+xml" };

export interface PublicPagesOptions {
  verifications: VerificationService;
  zone: string;
}

/** The pages for everybody: the front door and the check of certificates. Server-written, usable without a script. */
export async function publicPages(app: FastifyInstance, { verifications, zone }: PublicPagesOptions): Promise<void> {
  await app.register(async (inner) => {
    await inner.register(multipart, { limits: { fileSize: LARGEST, files: 1, fields: 4 } });

    for (const name of ["public.css", "verify.js", "mark.svg"]) {
      const bytes = readFileSync(new URL(`assets/${name}`, import.meta.url));
      inner.get(`/public/${name}`, (_request, reply) => reply.type(types[name.split(".")[1] ?? ""] ?? "").header("cache-control", "public, max-age=3600").send(bytes));
    }

    inner.get("/", async (request, reply) => {
      const language = languageOf(request);
      return send(reply, homePage(language, await nameIn(request, language)));
    });

    inner.get<{ Querystring: { number?: string } }>("/verify", async (request, reply) => {
      const { number } = request.query;
      if (number === undefined) return send(reply, askPage(await surroundings(request)));
      if (number.trim() === "") return send(reply, askPage(await surroundings(request), { field: "number", sentence: wordsIn(languageOf(request)).missing }), 400);
      return byNumber(request, reply, number);
    });

    inner.get<{ Params: { number: string } }>("/verify/:number", (request, reply) => byNumber(request, reply, request.params.number));

    inner.post("/verify", async (request, reply) => {
      const t = wordsIn(languageOf(request));
      const refuse = async (sentence: string) => send(reply, askPage(await surroundings(request), { field: "file", sentence }), 400);
      if (!request.isMultipart()) return refuse(t.missing);
      const part = await request.file();
      if (!part) return refuse(t.missing);
      const bytes = await part.toBuffer().catch(() => null);
      if (bytes === null) return refuse(t.tooLarge);
      if (bytes.length === 0) return refuse(t.missing);
      const found = await verifications.byFile(await request.context(), bytes);
      return wantsJson(request) ? reply.send(found) : send(reply, resultPage(await surroundings(request), found, true));
    });
  });

  async function byNumber(request: FastifyRequest, reply: FastifyReply, number: string) {
    const found = await verifications.byNumber(await request.context(), number);
    if (wantsJson(request)) return reply.send(found);
    return send(reply, resultPage(await surroundings(request), found, false));
  }

  const surroundings = async (request: FastifyRequest) => {
    const language = languageOf(request);
    return { language, association: await nameIn(request, language), zone };
  };
}

const nameIn = async (request: FastifyRequest, language: Language) => (await association(await request.context())).name[language];

const send = (reply: FastifyReply, page: string, status = 200) =>
  reply.code(status).type("text/html; charset=utf-8").header("cache-control", "no-store").header("vary", "accept, accept-language").send(page);

const wantsJson = (request: FastifyRequest) => /^application\/json\b/.test(request.headers.accept ?? "");

/** The language asked for in the address, else the reader's browser's, else the association's first. */
function languageOf(request: FastifyRequest): Language {
  const asked = (request.query as { lang?: unknown }).lang;
  if (isLanguage(asked)) return asked;
  for (const each of (request.headers["accept-language"] ?? "").split(",")) {
    const tag = each.split(";")[0]?.trim().toLowerCase() ?? "";
    if (/^zh-(hans|cn|sg)/.test(tag)) return "zh-Hans";
    if (tag.startsWith("zh")) return "zh-Hant";
    if (tag.startsWith("en")) return "en";
  }
  return "zh-Hant";
}
