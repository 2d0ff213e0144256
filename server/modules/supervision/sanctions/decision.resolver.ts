import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../../../platform/context.ts";
import { May } from "../../../platform/graphql/may.ts";
import { nodeOf } from "../../../platform/graphql/node.ts";
import { problemsOf } from "../../../platform/graphql/problem.ts";
import type { Outcome } from "../../../platform/outcome.ts";
import type { Permission } from "../../identity/index.ts";
import { CaseDraftObject, CaseObject, CitedClauseObject, ImposedSanctionObject } from "../cases/case.object.ts";
import { type CaseRow, draftByCase } from "../cases/case.queries.ts";
import { imposedBy } from "../cases/case.rules.ts";
import { clausesOf } from "../cases/charge.queries.ts";
import { PanelCandidateObject, PanelRecordObject, PanelSeatObject, PanelVoteObject } from "../panels/panel.object.ts";
import { seatsBySubject, votesBySubject } from "../panels/panel.queries.ts";
import {
  CaseDecideInput, CaseDecidePayload, CaseDecisionServeInput, CaseDecisionServePayload, CasePanelSeatInput, CasePanelSeatPayload, CasePaperObject, CaseVoteCastInput, CaseVoteCastPayload,
  DecisionObject,
} from "./decision.object.ts";
import { decisionById, type DecisionRow, decisionsByCase, papersBySubject } from "./decision.queries.ts";
import type { DecisionService } from "./decision.service.ts";
import type { EnforcementService } from "./enforcement.service.ts";
import { ladderOf } from "./ladder.queries.ts";

nodeOf("sdc", DecisionObject, "case:read", (ctx, id) => ctx.load(decisionById, id));

const ofHouse = (ctx: Context): boolean => ctx.actor.scope === "all";

/** How a case is decided; what the house drafts and how a panel votes is the house's alone. */
@Resolver(() => CaseObject)
export class CaseDecisionResolver {
  constructor(private readonly deciding: DecisionService, private readonly enforcement: EnforcementService) {}

  @May<Permission>("case:seat")
  @Query(() => [PanelCandidateObject], { description: "Everybody who may sit on panels, with what keeps them from this case." })
  async casePanelCandidates(@Ctx() ctx: Context, @Arg("id", () => String, { description: "Which case." }) id: string) {
    return this.deciding.candidates(ctx, id);
  }

  @May<Permission>("case:seat")
  @Mutation(() => CasePanelSeatPayload, { description: "Names who is to decide." })
  async casePanelSeat(@Ctx() ctx: Context, @Arg("input", () => CasePanelSeatInput, { description: "Who." }) { userIds, ...seen }: CasePanelSeatInput) {
    return payloadOf(await ctx.inTransaction((tx) => this.deciding.seat(tx, seen, userIds)));
  }

  @May<Permission>("case:decide")
  @Mutation(() => CaseVoteCastPayload, { description: "Casts a panellist's vote on the draft as it stands." })
  async caseVoteCast(@Ctx() ctx: Context, @Arg("input", () => CaseVoteCastInput, { description: "The vote." }) { choice, reason, ...seen }: CaseVoteCastInput) {
    return payloadOf(await ctx.inTransaction((tx) => this.deciding.vote(tx, seen, choice, reason)));
  }

  @May<Permission>("case:decide")
  @Mutation(() => CaseDecidePayload, { description: "Decides as the votes have it." })
  async caseDecide(@Ctx() ctx: Context, @Arg("input", () => CaseDecideInput, { description: "Which case." }) seen: CaseDecideInput) {
    return payloadOf(await ctx.inTransaction((tx) => this.deciding.decide(tx, seen)));
  }

  @May<Permission>("case:serve")
  @Mutation(() => CaseDecisionServePayload, { description: "Tells the member what was decided; the time to appeal begins." })
  async caseDecisionServe(@Ctx() ctx: Context, @Arg("input", () => CaseDecisionServeInput, { description: "Which case." }) seen: CaseDecisionServeInput) {
    return payloadOf(await ctx.inTransaction((tx) => this.enforcement.serve(tx, seen)));
  }

  @FieldResolver(() => CaseDraftObject, { nullable: true, description: "What a panel is asked to decide; null before there is a draft, and for members." })
  async draft(@Root() { id }: CaseRow, @Ctx() ctx: Context) {
    const draft = ofHouse(ctx) ? await ctx.load(draftByCase, id) : null;
    return draft && { ...draft.proposal, savedAt: draft.savedAt };
  }

  @FieldResolver(() => ImposedSanctionObject, { nullable: true, description: "What the draft comes down to, everything that speaks for the member counted; null where there is none, and for members." })
  async imposed(@Root() { id, ladderVersion }: CaseRow, @Ctx() ctx: Context) {
    const draft = ofHouse(ctx) ? await ctx.load(draftByCase, id) : null;
    const imposed = draft && imposedBy(draft.proposal, await ladderOf(ctx, ladderVersion));
    return imposed && { ...imposed, step: imposed.step.code };
  }

  @FieldResolver(() => [PanelSeatObject], { description: "Who was named to decide; for members empty." })
  seats(@Root() { id }: CaseRow, @Ctx() ctx: Context) {
    return ofHouse(ctx) ? ctx.load(seatsBySubject, id) : [];
  }

  @FieldResolver(() => [PanelVoteObject], { description: "Every vote cast; for members empty." })
  votes(@Root() { id }: CaseRow, @Ctx() ctx: Context) {
    return ofHouse(ctx) ? ctx.load(votesBySubject, id) : [];
  }

  @FieldResolver(() => [DecisionObject], { description: "What was decided, oldest first; a member sees what it was told." })
  decisions(@Root() { id }: CaseRow, @Ctx() ctx: Context) {
    return ctx.load(decisionsByCase, id);
  }
}

@Resolver(() => DecisionObject)
export class DecisionResolver {
  @FieldResolver(() => [CitedClauseObject], { description: "The clauses that were broken, with their words; empty for a dismissal." })
  charges(@Root() { charges }: DecisionRow, @Ctx() ctx: Context) {
    return clausesOf(ctx, charges);
  }

  @FieldResolver(() => Boolean, { description: "Whether it took the place of another on appeal." })
  isOnAppeal(@Root() { appealId }: DecisionRow) {
    return appealId !== null;
  }

  @FieldResolver(() => [PanelRecordObject], { description: "Who decided." })
  panel(@Root() { panel }: DecisionRow) {
    return panel;
  }

  @FieldResolver(() => [CasePaperObject], { description: "Its notice; empty until it is drawn." })
  papers(@Root() { id }: DecisionRow, @Ctx() ctx: Context) {
    return ctx.load(papersBySubject, id);
  }
}

const payloadOf = (outcome: Outcome<CaseRow>) => ({ case: outcome.ok ? outcome.value : null, problems: problemsOf(outcome) });
