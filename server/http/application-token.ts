import type { FastifyRequest } from "fastify";

/** The secret of an application's link, which its maker's page sends in a header: addresses are written down on the way. Null when there is none. */
export function applicationToken({ headers }: FastifyRequest): string | null {
  const token = headers["application-token"];
  return typeof token === "string" && token !== "" && token.length <= 200 ? token : null;
}
