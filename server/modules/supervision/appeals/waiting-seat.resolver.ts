import { Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../../../platform/context.ts";
import { May } from "../../../platform/graphql/may.ts";
import type { Permission } from "../../identity/index.ts";
import { CaseObject } from "../cases/case.object.ts";
import { caseById } from "../cases/case.queries.ts";
import { PanelSeatWaitingObject } from "../panels/panel.object.ts";
import { type WaitingSeat, waitingSeats } from "../panels/waiting-seat.queries.ts";
import { AppealObject } from "./appeal.object.ts";
import { appealById } from "./appeal.queries.ts";

/** What waits for somebody who sits on panels, be it a case or an appeal. */
@Resolver(() => PanelSeatWaitingObject)
export class WaitingSeatResolver {
  @May<Permission>("panel:sit")
  @Query(() => [PanelSeatWaitingObject], { description: "The viewer's seats that wait for a declaration or a vote, the longest held first, at most 100." })
  panelSeatsWaiting(@Ctx() ctx: Context) {
    return waitingSeats(ctx, ctx.actor.userId ?? "");
  }

  @FieldResolver(() => CaseObject, { description: "The case it is about." })
  case(@Root() { caseId }: WaitingSeat, @Ctx() ctx: Context) {
    return ctx.load(caseById, caseId);
  }

  @FieldResolver(() => AppealObject, { nullable: true, description: "The appeal that lies before the panel; null when the case itself does." })
  appeal(@Root() { appealId }: WaitingSeat, @Ctx() ctx: Context) {
    return appealId === null ? null : ctx.load(appealById, appealId);
  }
}
