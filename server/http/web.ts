import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance, FastifyReply } from "fastify";

/** How the build names files whose content never changes. */
const hashed = /-[\w-]{8,}\.\w+$/;
/** How files end; an article's code, such as N1.1, ends a page's address. */
const ending = /\.[a-z]\w*$/i;

/** The portal under `/app`: every address of it is the same page, asked for each time; the hashed files it names are kept by browsers for a year. */
export async function serveWeb(app: FastifyInstance, folder: string, zone: string): Promise<void> {
  await app.register(fastifyStatic, { root: folder, serve: false, dotfiles: "ignore", suppressWarning: true });

  let read: string | null = null;
  const page = (reply: FastifyReply) => {
    read ??= pageIn(join(folder, "index.html"), zone);
    if (read === null) return reply.code(503).send({ message: "The portal's pages are not built yet." });
    return reply.type("text/html; charset=utf-8").header("cache-control", "no-cache").send(read);
  };

  app.get("/app", (_request, reply) => reply.redirect("/app/", 302));
  app.get<{ Params: { "*": string } }>("/app/*", (request, reply) => {
    const path = request.params["*"];
    if (!ending.test(path) || path === "index.html") return page(reply);
    return reply.sendFile(path, hashed.test(path) ? { maxAge: "365d", immutable: true } : { maxAge: "1h" });
  });
}

/** The built page, told the zone in which the association's days and deadlines run; null while it is not built. */
const pageIn = (file: string, zone: string): string | null =>
  existsSync(file) ? readFileSync(file, "utf8").replace(/(<meta name="association-zone" content=")[^"]*/, (_all, before: string) => before + zone) : null;
