import "reflect-metadata";
import { defaultFieldResolver, GraphQLError, type GraphQLField, type GraphQLSchema, isObjectType } from "graphql";
import { Extensions } from "type-graphql";
import type { Actor } from "../actor.ts";
import type { Context } from "../context.ts";

/** Why a call is denied before anything is looked up. */
export type Denial = "UNAUTHENTICATED" | "FORBIDDEN" | "STEP_UP_REQUIRED";

const sentences: Record<Denial, string> = {
  UNAUTHENTICATED: "Sign in first.",
  FORBIDDEN: "Your roles do not include this act.",
  STEP_UP_REQUIRED: "Prove your identity again, then repeat the act.",
};

/**
 * Guards a root field: the actor needs any one of the permissions; `"PUBLIC"` lets everybody in. The permissions are those of
 * the union it is given, `@May<Permission>("member:read")`, so that a misspelt one does not compile.
 */
export const May = <Permission extends string = never>(...permissions: [NoInfer<Permission> | "PUBLIC", ...(NoInfer<Permission> | "PUBLIC")[]]) =>
  Extensions({ may: permissions });

/** Decides a call by permission alone; records have policies of their own. A grave permission counts only with a fresh proof of identity. */
export function denialOf(actor: Actor, may: readonly string[], now: Date): Denial | null {
  if (may.includes("PUBLIC")) return null;
  const held = may.filter((permission) => actor.permissions.has(permission));
  if (held.length === 0) return actor.kind === "ANONYMOUS" ? "UNAUTHENTICATED" : "FORBIDDEN";
  const fresh = actor.steppedUpUntil !== null && actor.steppedUpUntil > now;
  return fresh || held.some((permission) => !actor.stepUpPermissions.has(permission)) ? null : "STEP_UP_REQUIRED";
}

/** As `denialOf`, for an act of a schema by its name; what the schema does not know is left to it. */
export function denialOfAct(schema: GraphQLSchema, { actor, now }: Context, act: string): Denial | null {
  const field = schema.getMutationType()?.getFields()[act];
  return field ? denialOf(actor, mayOf(field) ?? [], now) : null;
}

export const denied = (denial: Denial) => new GraphQLError(sentences[denial], { extensions: { code: denial } });

/** Puts every root field behind its guard. A root field without one, or a guard where nobody would ask it, is a defect of the schema. */
export function guardRootFields(schema: GraphQLSchema): GraphQLSchema {
  const roots = rootFields(schema);
  for (const { name, field } of roots) guard(name, field);
  const guarded = new Set(roots.map(({ field }) => field));
  for (const type of Object.values(schema.getTypeMap()).filter(isObjectType)) {
    const stray = Object.values(type.getFields()).find((field) => mayOf(field) && !guarded.has(field));
    if (stray) throw new Error(`${type.name}.${stray.name} carries @May, which guards root fields only.`);
  }
  return schema;
}

type Field = GraphQLField<unknown, Context>;

/** The root fields of a schema with the permissions that open them, for guards and for tests that walk them. */
export function rootFields(schema: GraphQLSchema): { name: string; field: Field; may: readonly string[] | undefined }[] {
  return [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].flatMap((type) =>
    Object.values(type?.getFields() ?? {}).map((field) => ({ name: `${type?.name}.${field.name}`, field, may: mayOf(field) })),
  );
}

/** The permissions that open a root field. */
export const mayOf = (field: Field) => field.extensions["may"] as readonly string[] | undefined;

function guard(name: string, field: Field): void {
  const may = mayOf(field);
  if (!may) throw new Error(`${name} has no guard: say @May(…) or @May("PUBLIC").`);
  const resolve = field.resolve ?? defaultFieldResolver;
  field.resolve = (root, args, ctx, info) => {
    const denial = denialOf(ctx.actor, may, ctx.now);
    if (denial) throw denied(denial);
    return resolve(root, args, ctx, info) as unknown;
  };
}
