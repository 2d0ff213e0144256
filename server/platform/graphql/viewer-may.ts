import "reflect-metadata";
import { Arg, type ClassType, Ctx, FieldResolver, registerEnumType, Resolver, Root } from "type-graphql";
import type { Actor } from "../actor.ts";
import type { Context } from "../context.ts";

/** Every permission as an act of the contract: `ASSESSMENT_SUBMIT` stands for `assessment:submit`. Filled by `declareActs`. */
export const Act: Record<string, string> = {};

/** Names the acts, once, before the schema is built; the permissions belong to the module of identity. */
export function declareActs(permissions: readonly string[]): void {
  if (Object.keys(Act).length > 0) return;
  for (const permission of permissions) Act[actOf(permission)] = permission;
  registerEnumType(Act, { name: "Act", description: "Something a person may be permitted to do." });
}

const actOf = (permission: string) => permission.replace(/([a-z])([A-Z])/g, "$1_$2").replace(/[^A-Za-z0-9]+/g, "_").toUpperCase();

/** Whether this actor may do an act to this very record, at this time. */
export type RecordPolicy<Row> = (actor: Actor, row: Row, at: Date) => boolean;

/**
 * A resolver class that gives a record's type the field `viewerMay(act)`:
 * `export const AssessmentViewerMay = ViewerMay(AssessmentObject, { "assessment:submit": maySubmit })`.
 * An act without a policy here is never permitted on this kind of record.
 */
export function ViewerMay<Row extends object>(type: ClassType, policies: Record<string, RecordPolicy<Row>>): ClassType {
  @Resolver(() => type)
  class ViewerMayResolver {
    @FieldResolver(() => Boolean, { description: "Whether the viewer may do this to this record now." })
    viewerMay(@Root() row: Row, @Ctx() ctx: Context, @Arg("act", () => Act, { description: "The act in question." }) act: string): boolean {
      return ctx.actor.permissions.has(act) && (policies[act]?.(ctx.actor, row, ctx.now) ?? false);
    }
  }
  return ViewerMayResolver;
}
