import { existsSync } from "node:fs";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance, FastifyReply } from "fastify";

/** How the build names files whose content never changes. */
const hashed = /-[\w-]{8,}\.\w+$/;

/** The portal under `/app`: every address of it is the same page, asked for each time; the hashed files it names are kept by browsers for a year. */
export async function serveWeb(app: FastifyInstance, folder: string): Promise<void> {
  await app.register(fastifyStatic, { root: folder, serve: false, dotfiles: "ignore", suppressWarning: true });

  const page = (reply: FastifyReply) => {
    if (!existsSync(join(folder, "index.html"))) return reply.code(503).send({ message: "The portal's pages are not built yet." });
    return reply.header("cache-control", "no-cache").sendFile("index.html", { cacheControl: false });
  };

  app.get("/app", (_request, reply) => reply.redirect("/app/", 302));
  app.get<{ Params: { "*": string } }>("/app/*", (request, reply) => {
    const path = request.params["*"];
    if (!/\.\w+$/.test(path) || path === "index.html") return page(reply);
    return reply.sendFile(path, hashed.test(path) ? { maxAge: "365d", immutable: true } : { maxAge: "1h" });
  });
}
