import { Arg, Args, Ctx, Field, FieldResolver, ID, InputType, Int, Mutation, ObjectType, Query, Resolver, Root } from "type-graphql";
import { z } from "zod";
import { type Actor, system } from "../../server/platform/actor.ts";
import type { Context } from "../../server/platform/context.ts";
import { wantCookie } from "../../server/platform/cookies.ts";
import { defineEvent } from "../../server/platform/events.ts";
import { defineLoader } from "../../server/platform/loaders.ts";
import { announce } from "../../server/platform/outbox.ts";
import { type Outcome, done, refused } from "../../server/platform/outcome.ts";
import { pageOf } from "../../server/platform/paging.ts";
import { Connection, ConnectionArgs } from "../../server/platform/graphql/connection.ts";
import { May } from "../../server/platform/graphql/may.ts";
import { Node, nodeOf } from "../../server/platform/graphql/node.ts";
import { ProblemObject, problemsOf } from "../../server/platform/graphql/problem.ts";
import { DateScalar, DateTimeScalar, DecimalScalar, LanguageEnum, LocalizedScalar, MoneyInput, MoneyObject } from "../../server/platform/graphql/scalars.ts";
import { ViewerMay } from "../../server/platform/graphql/viewer-may.ts";

type LanternPermission = "lantern:read" | "lantern:audit" | "lantern:light";

/** A record that exists for these tests alone: a lantern over a shop. */
export interface Lantern {
  id: string;
  ownerId: string;
  litAt: Date;
  bought: string;
  weight: string;
  price: { amount: string; currency: string };
  title: Record<string, string>;
  language: string;
}

@ObjectType("Lantern", { implements: Node, description: "A lantern over a shop." })
export class LanternObject extends Node {
  @Field(() => DateTimeScalar, { description: "When it was lit." }) litAt: Date;
  @Field(() => DateScalar, { description: "When it was bought." }) bought: string;
  @Field(() => DecimalScalar, { description: "Its weight in kilograms." }) weight: string;
  @Field(() => MoneyObject, { description: "What it cost." }) price: MoneyObject;
  @Field(() => LocalizedScalar, { description: "What is written on it." }) title: Record<string, string>;
  @Field(() => LanguageEnum, { description: "The language it is read in." }) language: string;
  @Field(() => LanternObject, { nullable: true, description: "The lantern next door; null when there is none." }) neighbour: LanternObject | null;
}

export const LanternConnection = Connection(LanternObject);
export const LanternViewerMay = ViewerMay<Lantern>(LanternObject, { "lantern:light": (actor: Actor, row) => row.ownerId === actor.memberId });

@InputType("LanternHangInput", { description: "A lantern to be hung." })
class LanternHangInput {
  @Field(() => DateTimeScalar, { description: "When it is lit." }) litAt: Date;
  @Field(() => DecimalScalar, { description: "Its weight in kilograms." }) weight: string;
  @Field(() => MoneyInput, { nullable: true, description: "What it cost; null when it was a gift." }) price: MoneyInput | null;
}

@ObjectType("LanternHangPayload", { description: "What became of the hanging." })
class LanternHangPayload {
  @Field(() => LanternObject, { nullable: true, description: "The lantern; null when it was refused." }) lantern: Lantern | null;
  @Field(() => [ProblemObject], { description: "Why it was refused; empty when it was done." }) problems: ProblemObject[];
}

export const lantern = (id: string): Lantern => ({
  id,
  ownerId: "mbr_1",
  litAt: new Date("2026-03-31T09:00:00Z"),
  bought: "2026-03-30",
  weight: "1.50",
  price: { amount: "88.00", currency: "CNY" },
  title: { "zh-Hant": "會館", "zh-Hans": "会馆", en: "Guildhall" },
  language: "zh-Hant",
});

export const firstLantern = "lan_01JD0000000000000000000000";
nodeOf("lan", LanternObject, "PUBLIC", (_ctx, id) => Promise.resolve(id === firstLantern ? lantern(id) : null));

@Resolver(() => LanternObject)
export class LanternResolver {
  counted = 0;

  @May<LanternPermission>("lantern:read", "lantern:audit")
  @Query(() => LanternConnection, { description: "All lanterns of the street." })
  lanterns(@Args(() => ConnectionArgs) args: ConnectionArgs) {
    const rows = Array.from({ length: 30 }, (_, index) => lantern(`lan_${index}`)).slice(0, args.first + 1);
    return pageOf(rows, args, ({ id }) => id, () => Promise.resolve((this.counted += 30)));
  }

  @May("PUBLIC")
  @Query(() => LanternObject, { nullable: true, description: "One lantern by its id; null when there is none." })
  lantern(@Arg("id", () => ID, { description: "Which one." }) id: string) {
    if (id === "broken") throw new Error("SECRET lamp oil");
    return lantern(id);
  }

  @May<LanternPermission>("lantern:light")
  @Mutation(() => LanternHangPayload, { description: "Hangs a lantern." })
  lanternHang(@Arg("input", () => LanternHangInput, { description: "What to hang." }) input: LanternHangInput) {
    const outcome = hang(input);
    return { lantern: outcome.ok ? outcome.value : null, problems: problemsOf(outcome) };
  }

  @May("PUBLIC")
  @Mutation(() => Int, { description: "Strikes the bell in a transaction and answers how often it was struck." })
  async bellStrike(@Ctx() ctx: Context, @Arg("way", () => String, { defaultValue: "softly", description: "How it is struck." }) way: string) {
    wantCookie(ctx, { name: "last_bell", value: way, maxAge: 60 });
    if (way === "and it cracks, counted") await ctx.aside().inTransaction(async (tx) => done(await struck(tx)));
    const outcome = await ctx.inTransaction(async (tx) => {
      announce(tx, bellStruck, { way }, { record: "bell", unchanged: true });
      if (way === "slowly") await new Promise((resolve) => setTimeout(resolve, 200));
      if (way.startsWith("and it cracks")) throw new Error("SECRET crack");
      return done(await struck(tx));
    });
    if (way === "and the striker falls") throw new Error("SECRET fall");
    return outcome.ok ? outcome.value + 1 : 0;
  }
}

/** A fact of these tests alone. */
export const bellStruck = defineEvent({ name: "bell.struck", payload: z.object({ way: z.string() }) });

const strikes = defineLoader<string, number>(async (ctx, keys) => {
  const rows = await ctx.rows<{ id: string; count: number }>("select id, length(id) as count from unnest($1::text[]) as id", [keys]);
  return new Map(rows.map(({ id, count }) => [id, count]));
}, 0);

/** What a lantern's light costs the database: one loader, and one read without it. */
@Resolver(() => LanternObject)
export class LanternReadsResolver {
  @FieldResolver(() => Int, { description: "Read by a loader." })
  loaded(@Root() { id }: Lantern, @Ctx() ctx: Context) {
    return ctx.load(strikes, id);
  }

  @FieldResolver(() => Int, { description: "Read for each lantern alone, as nobody should." })
  async readAlone(@Root() { id }: Lantern, @Ctx() ctx: Context) {
    return (await ctx.row<{ count: number }>("select length($1) as count", [id]))?.count ?? 0;
  }
}

const struck = async (ctx: Context) => (await ctx.as(system).rows<{ count: number }>("select size::int as count from journal_head"))[0]?.count ?? 0;

function hang(input: LanternHangInput): Outcome<Lantern> {
  if (Number(input.weight) > 100) return { ok: false, problems: [{ code: "INVALID", path: "weight", article: "L-1" }] };
  if (Number(input.weight) === 0) return refused("REQUIRED", "weight");
  return done({ ...lantern(firstLantern), litAt: input.litAt, weight: input.weight });
}
