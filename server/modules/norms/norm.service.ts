import { digestOf } from "../../kernel/digest.ts";
import { newId } from "../../kernel/ids.ts";
import type { Context } from "../../platform/context.ts";
import { announce } from "../../platform/outbox.ts";
import { type Outcome, refused, refusedWith } from "../../platform/outcome.ts";
import { enterVersion } from "../../platform/published-version.ts";
import { Norm, NormArticle, NormChapter, NormVersion } from "./norm.entity.ts";
import { normVersionEntered } from "./norm.events.ts";
import { type Chapter, type NormDefinition, repeatedCodes } from "./norm.rules.ts";
import { priceHits } from "./price-fixing.rules.ts";

export class NormService {
  /** Enters a version of a norm; the same version again changes nothing, the same number with other words is refused, and so are words that set prices. */
  async enter(tx: Context, definition: NormDefinition): Promise<Outcome<NormVersion>> {
    if (repeatedCodes(definition).length > 0) return refused("CODE_TWICE", ...repeatedCodes(definition));
    const digest = digestOf(definition);
    const norm = await this.norm(tx, definition);
    const known = await tx.db.findOneBy(NormVersion, { normId: norm.id, number: definition.version });
    const hits = known === null ? priceHits(definition) : [];
    if (hits.length > 0) return refusedWith(hits.map(({ part, language }) => ({ code: "PRICE_SETTING", path: `${part}.${language}`, article: part })));
    const { version: number, state, inForceOn, reviewDueOn, preamble } = definition;
    return enterVersion(`${definition.code}.v${number}`, digest, known, async () => {
      const version = tx.db.create(NormVersion, {
        id: newId("nmv", tx.now), normId: norm.id, number, state, origin: "REFERENCE", title: definition.title, inForceOn, reviewDueOn, digest, preamble,
        externalNorms: [...definition.externalNorms],
      });
      await tx.db.insert(NormVersion, version);
      await writeChapters(tx, version.id, definition.chapters);
      announce(tx, normVersionEntered, { versionId: version.id, digest }, { record: version.id, after: definition });
      return version;
    });
  }

  private async norm(tx: Context, { code, title }: NormDefinition): Promise<Norm> {
    const known = await tx.db.findOneBy(Norm, { code });
    if (known) return known;
    const norm = tx.db.create(Norm, { id: newId("nrm", tx.now), code, title });
    await tx.db.insert(Norm, norm);
    return norm;
  }
}

/** Publishes the words of a version; from here on nobody changes them. */
export async function writeChapters(tx: Context, versionId: string, chapters: readonly Chapter[]): Promise<void> {
  await tx.db.insert(NormChapter, chapters.map(({ code, title }, position) => ({ versionId, code, position, title })));
  const articles = chapters.flatMap((chapter) => chapter.articles.map((article) => ({ ...article, versionId, chapter: chapter.code })));
  await tx.db.insert(NormArticle, articles.map((article, position) => ({ ...article, position })));
}
