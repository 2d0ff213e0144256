import { digestOf } from "../../../kernel/digest.ts";
import type { Context } from "../../../platform/context.ts";
import { announce } from "../../../platform/outbox.ts";
import type { Outcome } from "../../../platform/outcome.ts";
import { enterVersion } from "../../../platform/published-version.ts";
import { auditRulesEntered } from "./audit.events.ts";
import { ruleSetDigest, storeRuleSet } from "./audit.queries.ts";
import type { AuditRuleSet } from "./audit.rules.ts";

export class RuleSetService {
  /** Enters a version; the same version again changes nothing, the same number with other words is refused. */
  async enter(tx: Context, definition: AuditRuleSet): Promise<Outcome<{ digest: string }>> {
    const { version } = definition;
    const [name, digest] = [`audit-rules.v${version}`, digestOf(definition)];
    return enterVersion(name, digest, await ruleSetDigest(tx, version), async () => {
      await storeRuleSet(tx, definition, digest);
      announce(tx, auditRulesEntered, { version, digest }, { record: name, after: definition });
      return { digest };
    });
  }
}
