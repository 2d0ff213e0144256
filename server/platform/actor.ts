import type { Language } from "../kernel/language.ts";

/** Whose records a transaction may touch; row-level security holds it to that. */
export type Scope = "all" | "member" | "public";

/** Who acts: a signed-in person, an API key, a stranger or the house itself. Roles and permissions are named in the identity module. */
export interface Actor {
  kind: "USER" | "API_KEY" | "ANONYMOUS" | "SYSTEM";
  userId: string | null;
  /** The member this actor acts for; null for officers, regulators, strangers and the house. */
  memberId: string | null;
  roles: readonly string[];
  permissions: ReadonlySet<string>;
  /** Grave permissions of this actor: each wants a fresh proof of identity. */
  stepUpPermissions: ReadonlySet<string>;
  scope: Scope;
  sessionId: string | null;
  steppedUpUntil: Date | null;
  language: Language;
  address: string | null;
}

const nobody = { userId: null, memberId: null, roles: [], stepUpPermissions: new Set<string>(), sessionId: null, steppedUpUntil: null };

/** A stranger: may do what is marked PUBLIC and see what everybody sees. */
export const anonymous = (language: Language = "zh-Hant", address: string | null = null): Actor => ({
  ...nobody, kind: "ANONYMOUS", permissions: new Set(), scope: "public", language, address,
});

/** The house itself, at work in the night: workers, migrations, sweeps. */
export const system: Actor = { ...nobody, kind: "SYSTEM", permissions: new Set(), scope: "all", language: "zh-Hant", address: null };
