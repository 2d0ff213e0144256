import type { Context } from "../../platform/context.ts";
import { tokenDigest } from "../identity/index.ts";
import { isWithApplicant } from "./application-state.rules.ts";
import { applicationByToken, type ApplicationRow, type EvidenceRow, evidenceByApplication, type StepRow, stepsByApplication } from "./application.queries.ts";
import type { DecisionClockService, DecisionReading } from "./decision-clock.service.ts";
import { type ApplicationPart, missingParts } from "./particulars.ts";

/** An application as whoever made it sees it: whole, and without a word of who dealt with it. */
export interface OwnApplication extends Omit<ApplicationRow, "isNamed" | "memberId"> {
  evidence: EvidenceRow[];
  steps: StepRow[];
  clock: DecisionReading | null;
  missing: ApplicationPart[];
}

/** What a secret link opens. */
export class OwnApplicationService {
  constructor(private readonly clocks: DecisionClockService) {}

  /** The application of a link; null when the link opens none. Read with the house's hand, since a stranger reaches nothing. */
  async open(ctx: Context, token: string): Promise<OwnApplication | null> {
    const house = ctx.as({ ...ctx.actor, scope: "all" });
    try {
      const row = await applicationByToken(house, tokenDigest(token));
      return row && (await this.whole(house, row));
    } finally {
      await house.endReads();
    }
  }

  private async whole(house: Context, { isNamed: _, memberId: __, ...row }: ApplicationRow): Promise<OwnApplication> {
    const [pieces, steps, clock] = await Promise.all([house.load(evidenceByApplication, row.id), house.load(stepsByApplication, row.id), this.clocks.read(house, row)]);
    const evidence = pieces.filter(({ removedAt }) => removedAt === null);
    return { ...row, evidence, steps: steps.map((step) => ({ ...step, officer: null })), clock, missing: isWithApplicant(row.state) ? missingParts(row, evidence) : [] };
  }
}
