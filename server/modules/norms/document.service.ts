import { digestOf } from "../../kernel/digest.ts";
import type { Context } from "../../platform/context.ts";
import { announce } from "../../platform/outbox.ts";
import type { Outcome } from "../../platform/outcome.ts";
import { enterVersion } from "../../platform/published-version.ts";
import { PublishedDocument } from "./document.entity.ts";
import { documentEntered } from "./norm.events.ts";

/** What every decision of the association says of itself. */
export interface Decided {
  /** What it decides about, such as `sanction-ladder`. */
  id: string;
  version: number;
  /** The day from which it holds. */
  effectiveFrom: string;
}

/** The association's decisions besides its norms: the ladder of sanctions, roles, working days, rounds. */
export class DocumentService {
  /** Enters a version; the same version again changes nothing, the same number with other words is refused. */
  async enter(tx: Context, definition: Decided): Promise<Outcome<PublishedDocument>> {
    const { id: code, version, effectiveFrom } = definition;
    const [name, digest] = [`${code}.v${version}`, digestOf(definition)];
    return enterVersion(name, digest, await tx.db.findOneBy(PublishedDocument, { code, version }), async () => {
      const document = tx.db.create(PublishedDocument, { code, version, effectiveFrom, digest, definition });
      await tx.db.insert(PublishedDocument, document);
      announce(tx, documentEntered, { code, version, digest }, { record: name, after: definition });
      return document;
    });
  }
}
