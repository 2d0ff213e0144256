import type { FastifyInstance } from "fastify";

/** Browsers take a cookie of such a name only by https, from this very host, for all of it: no neighbouring host can plant one. */
const prefix = "__Host-";

/** What a cookie of the house is called on the way. */
export const nameOnTheWay = (name: string, secure: boolean): string => (secure ? prefix + name : name);

/** Where the house is reached by https, only cookies with the prefix are ours; within the house they bear their plain names. */
export function readHostCookies(app: FastifyInstance): void {
  app.addHook("onRequest", async (request) => {
    const ours = Object.entries(request.cookies).filter(([name]) => name.startsWith(prefix));
    request.cookies = Object.fromEntries(ours.map(([name, value]) => [name.slice(prefix.length), value]));
  });
}
