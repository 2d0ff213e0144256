import type { Context } from "./context.ts";

/** A cookie an act wants on its answer; an empty value takes it away. */
export interface WantedCookie {
  name: string;
  value: string;
  /** Seconds it lives; absent means until the browser closes. */
  maxAge?: number;
}

const wanted = new WeakMap<Context, WantedCookie[]>();

/** Asks for a cookie on the answer of this request: HttpOnly, SameSite=Lax, and where the portal is reached by https Secure and bound to its host. */
export function wantCookie(ctx: Context, cookie: WantedCookie): void {
  wanted.set(ctx, [...(wanted.get(ctx) ?? []), cookie]);
}

export const cookiesWantedBy = (ctx: Context): readonly WantedCookie[] => wanted.get(ctx) ?? [];
