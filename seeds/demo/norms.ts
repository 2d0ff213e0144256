import { chaptersByVersion, commentsOn, norms, type NormSaving, trainingsOfViewer, versionInForce, versionsByNorm } from "../../server/modules/norms/index.ts";
import type { Localized } from "../../server/kernel/language.ts";
import type { Outcome } from "../../server/platform/outcome.ts";
import type { Chapter, Story } from "./story.ts";

const BEGUN = "2026-10-12T02:00:00Z";
const WRITTEN = "2026-10-16T07:30:00Z";
const LAID_OPEN = "2026-10-20T01:00:00Z";
const CLOSES_ON = "2027-03-31";

const cold: { title: Localized; text: Localized } = {
  title: { "zh-Hant": "冷鏈交接", "zh-Hans": "冷链交接", en: "Handing over chilled goods" },
  text: {
    "zh-Hant": "需冷藏的商品在每次交接時須量度溫度並由雙方簽認；超出標示溫度的，收貨方可以拒收。",
    "zh-Hans": "需要冷藏的商品每次交接时须测量温度并由双方签认；超出标示温度的，收货方可以拒收。",
    en: "The temperature of chilled goods is taken at each handing over and signed for by both; whoever receives them may refuse what is warmer than its label allows.",
  },
};

/** Comments on the draft, each with its answer where the association gave one. */
const comments: readonly { member: string; at: string; article: string; text: string; answer?: { at: string; text: string } }[] = [
  {
    member: "member01", at: "2026-10-22T03:15:00Z", article: "N1.7", text: "双方签认是否接受电子签名？我们的司机用手机交接。",
    answer: { at: "2026-10-26T06:00:00Z", text: "可以。电子签认只要能保存并能指明签认人，即符合本条。" },
  },
  { member: "member03", at: "2026-11-02T08:40:00Z", article: "N2.4", text: "建议写明签收记录的保存年限，与 N2.6 一致。" },
];

/** What members report of training their people on the version in force. */
const trainings: readonly { member: string; at: string; heldOn: string; people: number; hours: string; givenBy: string }[] = [
  { member: "member01", at: "2026-03-13T09:10:00Z", heldOn: "2026-03-12", people: 34, hours: "2", givenBy: "合规部 周敏" },
  { member: "member01", at: "2026-09-18T08:30:00Z", heldOn: "2026-09-17", people: 21, hours: "1.5", givenBy: "合规部 周敏" },
  { member: "member07", at: "2026-06-26T06:45:00Z", heldOn: "2026-06-25", people: 12, hours: "3", givenBy: "协会讲师 梁伟" },
];

/** The officer writes the next version of the norm and lays it before the members, two of which comment; two train their people on the version in force. Told again, or after a break, it goes on where it stopped. */
export const normsChapter: Chapter = {
  name: "norms",
  tell: async (story) => {
    const { services, at, officer } = story;
    const { normId, inMaking } = await reading(story);
    const id = inMaking?.id ?? (await made(at(BEGUN, await officer()).inTransaction((tx) => services.normDrafts.begin(tx, normId)))).id;
    const draft = await draftOf(story);
    if (draft.round === 0 && draft.revision === 1) await made(at(WRITTEN, await officer()).inTransaction((tx) => services.normDrafts.save(tx, id, withColdChain(draft))));
    if (draft.round === 0) await made(at(LAID_OPEN, await officer()).inTransaction((tx) => services.normDrafts.consult(tx, id, CLOSES_ON)));
    for (const comment of comments) await tellComment(story, id, comment);
    for (const training of trainings) await tellTraining(story, training);
  },
};

async function tellComment(story: Story, versionId: string, { member, at: instant, article, text, answer }: (typeof comments)[number]): Promise<void> {
  const { services, at, administratorOf, officer } = story;
  const said = (await commentsOn(at(instant), versionId, null, { first: 100 })).edges.map(({ node }) => node).find((comment) => comment.text === text);
  const comment = said ?? (await made(at(instant, await administratorOf(member)).inTransaction((tx) => services.comments.file(tx, versionId, { article, text }))));
  if (answer && comment.answer === null) await made(at(answer.at, await officer()).inTransaction((tx) => services.comments.answer(tx, comment.id, answer.text)));
}

async function tellTraining(story: Story, { member, at: instant, ...training }: (typeof trainings)[number]): Promise<void> {
  const { services, at, administratorOf } = story;
  const { inForce } = await reading(story);
  const ctx = at(instant, await administratorOf(member));
  if (inForce === null || (await ctx.load(trainingsOfViewer, inForce.id)).some(({ heldOn }) => heldOn === training.heldOn)) return;
  await made(ctx.inTransaction((tx) => services.trainings.record(tx, inForce.id, training)));
}

async function reading({ at }: Story) {
  const ctx = at(BEGUN);
  const [norm] = await norms(ctx);
  if (norm === undefined) throw new Error("The association has no norm to write on.");
  const versions = await ctx.load(versionsByNorm, norm.id);
  return { ctx, normId: norm.id, inMaking: versions.find(({ number, origin }) => number === 2 && origin === "PORTAL") ?? null, inForce: versionInForce(versions, BEGUN.slice(0, 10)) };
}

/** The draft as it stands, with the day of its next review. */
async function draftOf(story: Story) {
  const { ctx, inMaking } = await reading(story);
  if (inMaking === null) throw new Error("The draft just begun is not there.");
  const { id, title, preamble, externalNorms, revision, round } = inMaking;
  return { title, preamble, externalNorms, revision, round, reviewDueOn: "2029-12-31", chapters: await ctx.load(chaptersByVersion, id) };
}

const withColdChain = ({ revision, preamble, reviewDueOn, externalNorms, chapters }: NormSaving): NormSaving => ({
  revision, preamble, reviewDueOn, externalNorms,
  title: { "zh-Hant": "批發行業行為規範（2027 年版）", "zh-Hans": "批发行业行为规范（2027 年版）", en: "Norms of conduct for wholesalers (2027)" },
  chapters: chapters.map((chapter) => (chapter.code === "N1" ? { ...chapter, articles: [...chapter.articles, { code: null, ...cold }] } : chapter)),
});

async function made<T>(act: Promise<Outcome<T>>): Promise<T> {
  const outcome = await act;
  if (!outcome.ok) throw new Error(`The norm was not made: ${JSON.stringify(outcome.problems)}`);
  return outcome.value;
}
