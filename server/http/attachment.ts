import type { FastifyReply } from "fastify";

/** An answer that is a file to keep. Never shown in the portal's own window, whatever it is: a browser saves it and guesses nothing. */
export const attached = (reply: FastifyReply, name: string) =>
  reply
    .header("content-disposition", `attachment; filename="${name.replace(/[^\w.-]+/g, "_")}"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`)}`)
    .header("x-content-type-options", "nosniff")
    .header("cache-control", "private, no-store");

/** The same for a value, as JSON that people can read. */
export const attachedJson = (reply: FastifyReply, name: string, value: unknown) =>
  attached(reply, name).type("application/json; charset=utf-8").send(`${JSON.stringify(value, null, 2)}\n`);

/** One answer for a file that is not there and for one that is not the asker's to see. */
export const noSuchFile = (reply: FastifyReply) => reply.code(404).send({ message: "There is no such file, or none you may see." });
