import { digestOf } from "../../kernel/digest.ts";
import type { Context } from "../../platform/context.ts";
import { announce } from "../../platform/outbox.ts";
import type { Outcome } from "../../platform/outcome.ts";
import { enterVersion } from "../../platform/published-version.ts";
import { creditSchemeEntered } from "./grade.events.ts";
import { schemeDigest, storeScheme } from "./grade.queries.ts";
import type { CreditScheme } from "./ledger-scheme.rules.ts";

export class CreditSchemeService {
  /** Enters a version; the same version again changes nothing, the same number with other words is refused. */
  async enter(tx: Context, definition: CreditScheme): Promise<Outcome<{ digest: string }>> {
    const { version } = definition;
    const [name, digest] = [`credit-scheme.v${version}`, digestOf(definition)];
    return enterVersion(name, digest, await schemeDigest(tx, version), async () => {
      await storeScheme(tx, definition, digest);
      announce(tx, creditSchemeEntered, { version, digest }, { record: name, after: definition });
      return { digest };
    });
  }
}
