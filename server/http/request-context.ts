import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { DataSource } from "typeorm";
import type { Actor } from "../platform/actor.ts";
import { type Browser, Context } from "../platform/context.ts";
import { cookiesWantedBy } from "../platform/cookies.ts";
import { nameOnTheWay } from "./host-cookies.ts";

/** Finds out who a request comes from; a stranger is an actor too. */
export type Authenticate = (request: FastifyRequest) => Promise<Actor>;

declare module "fastify" {
  interface FastifyRequest {
    /** Who asks, and the records as they may see them; made when first asked for, given back before the answer travels. */
    context(): Promise<Context>;
    opened: Promise<Context> | null;
    /** Says who asks, where that was found out on another way. */
    openAs(actor: Actor): void;
  }
}

export function giveContext(app: FastifyInstance, source: DataSource, authenticate: Authenticate): void {
  const contextOf = (request: FastifyRequest, actor: Actor) => new Context({ source, actor, requestId: request.id, browser: browserOf(request) });
  app.decorateRequest("opened", null);
  app.decorateRequest("context", function context(this: FastifyRequest) {
    this.opened ??= authenticate(this).then((actor) => contextOf(this, actor));
    return this.opened;
  });
  app.decorateRequest("openAs", function openAs(this: FastifyRequest, actor: Actor) {
    this.opened = Promise.resolve(contextOf(this, actor));
  });
  // An answer may take as long to travel as its reader likes, and never arrive: no connection waits for it.
  app.addHook("onSend", giveBack);
  app.addHook("onRequestAbort", giveBack);
}

async function giveBack(request: FastifyRequest): Promise<void> {
  const ctx = await request.opened?.catch(() => null);
  await ctx?.endReads();
}

const browserOf = ({ headers, cookies }: FastifyRequest): Browser => ({ userAgent: headers["user-agent"]?.slice(0, 300) ?? null, cookies });

/** Puts the cookies an act asked for on the answer. */
export function writeCookies(reply: FastifyReply, ctx: Context, secure: boolean): void {
  for (const { name, value, maxAge } of cookiesWantedBy(ctx)) {
    const place = { path: "/", httpOnly: true, secure, sameSite: "lax" } as const;
    const called = nameOnTheWay(name, secure);
    if (value === "") reply.clearCookie(called, place);
    else reply.setCookie(called, value, { ...place, ...(maxAge === undefined ? {} : { maxAge }) });
  }
}
