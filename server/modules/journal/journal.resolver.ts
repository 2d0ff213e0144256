import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../../platform/context.ts";
import { ConnectionArgs } from "../../platform/graphql/connection.ts";
import { May } from "../../platform/graphql/may.ts";
import { problemsOf } from "../../platform/graphql/problem.ts";
import type { Permission } from "../identity/index.ts";
import {
  JournalActorObject, JournalCheckpointCreatePayload, JournalCheckpointObject, JournalEntryConnection, JournalEntryObject, JournalFilterInput,
} from "./journal.object.ts";
import { actsInJournal, journal, type JournalRow, latestCheckpoint } from "./journal.queries.ts";
import type { JournalService } from "./journal.service.ts";

@Resolver(() => JournalEntryObject)
export class JournalResolver {
  constructor(private readonly journals: JournalService) {}

  @May<Permission>("journal:read")
  @Query(() => JournalEntryConnection, { description: "The trail of all acts, newest first." })
  journal(
    @Ctx() ctx: Context,
    @Args(() => ConnectionArgs) page: ConnectionArgs,
    @Arg("filter", () => JournalFilterInput, { nullable: true, description: "Which acts; absent means all." }) filter: JournalFilterInput | null,
  ) {
    return journal(ctx, filter ?? {}, page);
  }

  @May<Permission>("journal:read")
  @Query(() => [String], { description: "Every kind of act that stands in the trail." })
  journalActs(@Ctx() ctx: Context) {
    return actsInJournal(ctx);
  }

  @May<Permission>("journal:read")
  @Query(() => JournalCheckpointObject, { nullable: true, description: "The last sealing of the trail; null before the first." })
  journalCheckpoint(@Ctx() ctx: Context) {
    return latestCheckpoint(ctx);
  }

  @May<Permission>("journal:checkpoint")
  @Mutation(() => JournalCheckpointCreatePayload, { description: "Seals the trail as it stands now, after checking every entry." })
  async journalCheckpointCreate(@Ctx() ctx: Context) {
    const outcome = await ctx.inTransaction((tx) => this.journals.seal(tx));
    return { checkpoint: outcome.ok ? outcome.value : null, problems: problemsOf(outcome) };
  }

  @FieldResolver(() => JournalActorObject, { description: "Whose hand it was." })
  actor(@Root() { actorKind, actorId, actorName }: JournalRow) {
    return { kind: actorKind, userId: actorId, name: actorName };
  }
}
