import { digestOf } from "../../kernel/digest.ts";
import type { Context } from "../../platform/context.ts";
import { announce } from "../../platform/outbox.ts";
import { done, type Outcome, refused } from "../../platform/outcome.ts";
import { enterVersion } from "../../platform/published-version.ts";
import { roundOpened, schemeEntered } from "./assessment.events.ts";
import { periodOf } from "./round.rules.ts";
import { AssessmentRound, ServiceQualityScheme } from "./scheme.entity.ts";
import type { Scheme } from "./scheme.rules.ts";

/** How the association judges, and when it asks. */
export class SchemeService {
  /** Enters a version; the same version again changes nothing, the same number with other words is refused. */
  async enter(tx: Context, definition: Scheme): Promise<Outcome<ServiceQualityScheme>> {
    const { version, effectiveFrom } = definition;
    const [name, digest] = [`${definition.id}.v${version}`, digestOf(definition)];
    return enterVersion(name, digest, await tx.db.findOneBy(ServiceQualityScheme, { version }), async () => {
      const scheme = tx.db.create(ServiceQualityScheme, { version, effectiveFrom, digest, definition });
      await tx.db.insert(ServiceQualityScheme, scheme);
      announce(tx, schemeEntered, { version, digest }, { record: name, after: definition });
      return scheme;
    });
  }

  /** Opens a round; one that stands is left as it is. */
  async open(tx: Context, { period, ...round }: Pick<AssessmentRound, "period" | "schemeVersion" | "opensOn" | "dueOn">): Promise<Outcome<AssessmentRound>> {
    const days = periodOf(period);
    if (!days) return refused("INVALID", "period");
    const known = await tx.db.findOneBy(AssessmentRound, { period });
    if (known) return done(known);
    const opened = tx.db.create(AssessmentRound, { period, ...days, ...round });
    await tx.db.insert(AssessmentRound, opened);
    announce(tx, roundOpened, { period, schemeVersion: round.schemeVersion }, { record: `assessment-round.${period}`, after: opened });
    return done(opened);
  }
}
