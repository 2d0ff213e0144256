import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../../../platform/context.ts";
import { May } from "../../../platform/graphql/may.ts";
import { nodeOf } from "../../../platform/graphql/node.ts";
import { problemsOf } from "../../../platform/graphql/problem.ts";
import type { Outcome } from "../../../platform/outcome.ts";
import type { Permission } from "../../identity/index.ts";
import { MemberObject } from "../../members/api.ts";
import { memberById } from "../../members/index.ts";
import type { AffiliationService } from "./affiliation.service.ts";
import type { PanelAffiliation, PanelSeat } from "./panel.entity.ts";
import {
  PanelAffiliationDeclareInput, PanelAffiliationDeclarePayload, PanelAffiliationEndPayload, PanelAffiliationObject, PanelInterestDeclareInput, PanelInterestDeclarePayload, PanelPersonObject,
  PanelSeatObject, PanelSeatRecuseInput, PanelSeatRecusePayload,
} from "./panel.object.ts";
import { affiliationById, affiliationsByUser, type PanelPerson, panelPersons } from "./panel.queries.ts";
import type { PanelService } from "./panel.service.ts";

nodeOf("paf", PanelAffiliationObject, "panel:read", (ctx, id) => ctx.load(affiliationById, id));

/** What those seated say of themselves, and how seats are given up; the same for cases and appeals. */
@Resolver(() => PanelSeatObject)
export class PanelSeatResolver {
  constructor(private readonly panels: PanelService) {}

  @May<Permission>("panel:sit")
  @Mutation(() => PanelInterestDeclarePayload, { description: "Says, once, whether one has an interest in the matter; who has one gives up the seat." })
  async panelInterestDeclare(@Ctx() ctx: Context, @Arg("input", () => PanelInterestDeclareInput, { description: "What is said." }) { id, interested, declaration }: PanelInterestDeclareInput) {
    return seatOf(await ctx.inTransaction((tx) => this.panels.declare(tx, id, interested, declaration)));
  }

  @May<Permission>("case:seat", "panel:sit")
  @Mutation(() => PanelSeatRecusePayload, { description: "Takes a seat from somebody, by an officer, or gives up one's own." })
  async panelSeatRecuse(@Ctx() ctx: Context, @Arg("input", () => PanelSeatRecuseInput, { description: "Whose, and why." }) { id, userId, reason }: PanelSeatRecuseInput) {
    return seatOf(await ctx.inTransaction((tx) => this.panels.recuse(tx, id, userId, reason)));
  }
}

const seatOf = (outcome: Outcome<PanelSeat>) => ({ seat: outcome.ok ? outcome.value : null, problems: problemsOf(outcome) });

/** Who sits on panels, and which firms they belong to. */
@Resolver(() => PanelPersonObject)
export class PanelPersonResolver {
  constructor(private readonly ties: AffiliationService) {}

  @May<Permission>("panel:read")
  @Query(() => [PanelPersonObject], { description: "Everybody who may sit on panels, by name." })
  panelPersons(@Ctx() ctx: Context) {
    return panelPersons(ctx, "");
  }

  @May<Permission>("panel:declare")
  @Mutation(() => PanelAffiliationDeclarePayload, { description: "Puts on record that somebody on panels belongs to a firm; they say so themselves, or an officer does." })
  async panelAffiliationDeclare(@Ctx() ctx: Context, @Arg("input", () => PanelAffiliationDeclareInput, { description: "Who, and which firm." }) input: PanelAffiliationDeclareInput) {
    return payloadOf(await ctx.inTransaction((tx) => this.ties.declare(tx, input)));
  }

  @May<Permission>("panel:keep")
  @Mutation(() => PanelAffiliationEndPayload, { description: "Ends a tie to a firm today." })
  async panelAffiliationEnd(@Ctx() ctx: Context, @Arg("id", () => ID, { description: "Which." }) id: string) {
    return payloadOf(await ctx.inTransaction((tx) => this.ties.end(tx, id)));
  }

  @FieldResolver(() => [PanelAffiliationObject], { description: "The firms they belong or belonged to, newest first." })
  affiliations(@Root() { userId }: PanelPerson, @Ctx() ctx: Context) {
    return ctx.load(affiliationsByUser, userId);
  }
}

@Resolver(() => PanelAffiliationObject)
export class PanelAffiliationResolver {
  @FieldResolver(() => MemberObject, { description: "The firm." })
  member(@Root() { memberId }: PanelAffiliation, @Ctx() ctx: Context) {
    return ctx.load(memberById, memberId);
  }
}

const payloadOf = (outcome: Outcome<PanelAffiliation>) => ({ affiliation: outcome.ok ? outcome.value : null, problems: problemsOf(outcome) });
