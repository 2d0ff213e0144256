import { workingCalendar } from "../../server/modules/calendar/index.ts";
import { commitmentDigest, publicationTerms } from "../../server/modules/publication/index.ts";
import type { Context } from "../../server/platform/context.ts";
import type { Outcome } from "../../server/platform/outcome.ts";
import type { Chapter, Story } from "./story.ts";
import { workingDaysBefore } from "./working-days-before.ts";

/** So recent that the association still has time to decide. */
const WORKING_DAYS_AGO = 1;

const asked = {
  member: "member04", signatoryName: "鄭偉強", signatoryTitle: "總經理",
  text: "產品目錄已更正並重印，舊頁於九月十七日全部下架；售出的一百二十六件充電器已召回一百一十九件，其餘買家均已書面通知。新批次經同一機構檢測合格，報告附後。",
  files: [
    { name: "召回記錄.csv", text: "日期,通知買家,收回件數\r\n2026-09-17,38,0\r\n2026-09-30,38,97\r\n2026-10-26,38,119\r\n" },
    { name: "複檢摘要.csv", text: "樣品,滿載溫度,標示溫度\r\n新批次一,41,45\r\n新批次二,42,45\r\n新批次三,41,45\r\n" },
  ],
};

/** Decisions in force go on display, each for its days; one firm asks for repair and waits for its answer. Told again, it changes nothing. */
export const repairsChapter: Chapter = {
  name: "repairs",
  tell: async (story) => {
    const { at, toldOn, services, administratorOf, members } = story;
    const calendar = await reading(at(`${toldOn}T00:00:00Z`), workingCalendar);
    const instant = `${workingDaysBefore(calendar, toldOn, WORKING_DAYS_AGO)}T02:30:00Z`;
    await made(at(instant).inTransaction((tx) => services.publications.place(tx)));
    const memberId = members.get(asked.member);
    const [publication] = await reading(at(instant), (ctx) => ctx.rows<{ id: string; isAsked: boolean }>(
      `select p.id, exists (select from repair r where r.publication_id = p.id) as "isAsked" from publication p where p.member_id = $1 order by p.case_number limit 1`, [memberId],
    ));
    if (publication !== undefined && !publication.isAsked) await ask(story, publication.id, at(instant, await administratorOf(asked.member)));
  },
};

/** The firm hands in what bears it out and its word, in one go. */
async function ask({ services: { repairFiles, repairs } }: Story, publicationId: string, firm: Context): Promise<void> {
  const { text, signatoryName, signatoryTitle, files } = asked;
  await made(firm.inTransaction(async (tx) => {
    const fileIds: string[] = [];
    for (const file of files) {
      const kept = await repairFiles.keep(tx, { name: file.name, mediaType: "text/csv", bytes: Buffer.from(`\uFEFF${file.text}`) });
      if (!kept.ok) return kept;
      fileIds.push(kept.value.id);
    }
    const digest = commitmentDigest(await publicationTerms(tx), "zh-Hant");
    return repairs.file(tx, publicationId, { text, fileIds, commitmentDigest: digest, consent: true, signatoryName, signatoryTitle });
  }));
}

/** Reads, and gives the connection back. */
const reading = <T>(ctx: Context, read: (ctx: Context) => Promise<T>): Promise<T> => read(ctx).finally(() => ctx.endReads());

async function made<T>(doing: Promise<Outcome<T>>): Promise<T> {
  const outcome = await doing;
  if (!outcome.ok) throw new Error(`The repair was not asked for: ${JSON.stringify(outcome.problems)}`);
  return outcome.value;
}
