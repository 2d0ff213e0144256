import { newId } from "../../../kernel/ids.ts";
import { isDay } from "../../../kernel/period.ts";
import { dayIn } from "../../../kernel/zone.ts";
import type { Context } from "../../../platform/context.ts";
import { announce } from "../../../platform/outbox.ts";
import { done, type Outcome, refused } from "../../../platform/outcome.ts";
import { memberById } from "../../members/index.ts";
import { PanelAffiliation } from "./panel.entity.ts";
import { panelAffiliated, panelAffiliationEnded } from "./panel.events.ts";
import { panelPersons } from "./panel.queries.ts";

export interface Affiliating {
  userId: string;
  memberId: string;
  /** What ties them to the firm, in words. */
  nature: string;
  since: string;
}

const LONGEST_NATURE = 300;

/** The firms people on panels belong to: for these, and for those that compete with them, they never decide. */
export class AffiliationService {
  constructor(private readonly zone: string) {}

  /** Puts on record that somebody belongs to a firm: said by themselves or by an officer. */
  async declare(tx: Context, { userId, memberId, nature, since }: Affiliating): Promise<Outcome<PanelAffiliation>> {
    if (!tx.actor.roles.includes("OFFICER") && userId !== tx.actor.userId) return refused("NOT_FOUND", "input.userId");
    if ((await panelPersons(tx, "", [userId])).length === 0) return refused("NOT_FOUND", "input.userId");
    if ((await tx.load(memberById, memberId)) === null) return refused("NOT_FOUND", "input.memberId");
    if (nature.trim() === "") return refused("REQUIRED", "input.nature");
    if (nature.length > LONGEST_NATURE) return refused("TOO_LONG", "input.nature");
    if (!isDay(since) || since > this.today(tx)) return refused("OUT_OF_RANGE", "input.since");
    const affiliation = tx.db.create(PanelAffiliation, {
      id: newId("paf", tx.now), userId, memberId, nature: nature.trim(), since, until: null, declaredBy: tx.actor.userId ?? "", declaredAt: tx.now,
    });
    await tx.db.insert(PanelAffiliation, affiliation);
    announce(tx, panelAffiliated, { affiliationId: affiliation.id, userId, memberId }, { record: affiliation.id, after: affiliation });
    return done(affiliation);
  }

  /** Ends a tie to a firm today, by an officer alone: nobody frees themselves. */
  async end(tx: Context, id: string): Promise<Outcome<PanelAffiliation>> {
    const affiliation = await tx.db.findOneBy(PanelAffiliation, { id });
    if (affiliation === null) return refused("NOT_FOUND", "id");
    if (affiliation.until !== null) return refused("CONFLICT", "id");
    if (affiliation.userId === tx.actor.userId) return refused("NOT_YOURSELF", "id");
    const before = { ...affiliation };
    Object.assign(affiliation, { until: this.today(tx) });
    await tx.db.save(PanelAffiliation, affiliation);
    announce(tx, panelAffiliationEnded, { affiliationId: id, userId: affiliation.userId, memberId: affiliation.memberId }, { record: id, before, after: affiliation });
    return done(affiliation);
  }

  private today = ({ now }: Context): string => dayIn(this.zone, now);
}
