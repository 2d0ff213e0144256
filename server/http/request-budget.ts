import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { networkOf } from "../modules/identity/index.ts";
import type { Actor } from "../platform/actor.ts";

/** What a request costs before anything is known of it, in the unit of `limits.cost`: about a millisecond, and the reading of a file. */
const weights = { request: 250, file: 5_000 };

const WINDOW_SECONDS = 60;

/** Asked every few seconds by whoever keeps the house running. */
const unpaid = new Set(["/healthz", "/readyz", "/metrics"]);

declare module "fastify" {
  interface FastifyContextConfig {
    /** What a plain route costs that reads more than a page does. */
    weight?: number;
  }
  interface FastifyInstance {
    budgets: RateLimiterMemory;
  }
}

/** Gives every address and every person a budget for a minute of this process; plain routes are paid from that of the address. */
export function keepBudgets(app: FastifyInstance, perMinute: number): void {
  app.decorate("budgets", new RateLimiterMemory({ points: perMinute, duration: WINDOW_SECONDS }));
  app.addHook("onRequest", async (request, reply) => {
    const route = request.routeOptions.url ?? "";
    if (route === "/graphql" || unpaid.has(route)) return;
    const weight = request.routeOptions.config.weight ?? (request.method === "POST" ? weights.file : weights.request);
    const wait = await spend(request, addressOf(request), weight);
    if (wait !== null) return tooMany(reply, wait).send({ message: sentence(wait) });
  });
}

/** Pays for a request to GraphQL: a person from their own budget, wherever they are and whatever acts for them; a stranger from that of the address. */
export async function overspends(request: FastifyRequest, reply: FastifyReply, actor: Actor, cost: number): Promise<boolean> {
  const wait = await spend(request, actor.userId ?? addressOf(request), weights.request + cost);
  if (wait !== null) void tooMany(reply, wait).send({ errors: [{ message: sentence(wait), extensions: { code: "TOO_MANY_REQUESTS" } }] });
  return wait !== null;
}

/** Null when it was paid; else after how many seconds there is something to spend again. */
async function spend({ server }: FastifyRequest, whose: string, cost: number): Promise<number | null> {
  try {
    await server.budgets.consume(whose, cost);
    return null;
  } catch (spent) {
    if (!(spent instanceof RateLimiterRes)) throw spent;
    return Math.max(1, Math.ceil(spent.msBeforeNext / 1_000));
  }
}

const addressOf = ({ ip }: FastifyRequest): string => networkOf(ip);

const tooMany = (reply: FastifyReply, seconds: number) => reply.code(429).header("retry-after", String(seconds)).header("cache-control", "no-store");

const sentence = (seconds: number) => `Too many requests. Ask again in ${seconds} ${seconds === 1 ? "second" : "seconds"}.`;
