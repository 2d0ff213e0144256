import type { SanctionCase } from "../../server/modules/supervision/index.ts";
import type { Actor } from "../../server/platform/actor.ts";
import type { Context } from "../../server/platform/context.ts";
import type { Outcome } from "../../server/platform/outcome.ts";
import type { Chapter, Story } from "./story.ts";

interface Told {
  at: string;
  text: string;
}

interface DemoCase {
  member: string;
  title: string;
  statement: string;
  occurredOn: string;
  clause: string;
  opened: string;
  notice: string;
  paused?: Told;
  answer?: Told;
  draft?: Told & { step: string; mitigations: readonly string[] };
  decided?: Told & { panel: readonly string[] };
  served?: string;
  appeal?: Told & { grounds: readonly string[] };
}

const PANEL = ["panel2@guild.example", "panel3@guild.example", "panel4@guild.example"] as const;

/** Four matters: two decided and in force, one whose clock is stopped, one under appeal. */
const cases: readonly DemoCase[] = [
  {
    member: "member06", title: "投诉逾期未复", clause: "C5", occurredOn: "2026-06-18", opened: "2026-10-09T02:00:00Z", notice: "2026-10-09T03:10:00Z",
    statement: "上半年自评核查显示，另有二十三件投诉超过承诺的七十二小时才答复，其中九件在客户二次催促后才处理。",
    answer: { at: "2026-10-16T07:25:00Z", text: "情况属实。六月客服系统迁移，工单遗漏。已补派两名专员，七月起全部按时答复，并已逐一向客户致歉。" },
    draft: { at: "2026-10-19T06:40:00Z", step: "CIRCULATED_CRITICISM", mitigations: ["CORRECTED_BEFORE_INSPECTION", "COOPERATED"], text: "逾期答复二十三件，事实清楚，本会员亦予承认。检查之前已自行补足人手并改正，调查期间配合提供工单记录，故予减轻。" },
    decided: { at: "2026-10-26T08:00:00Z", panel: PANEL, text: "事实清楚，减轻适当。" },
    served: "2026-10-27T01:30:00Z",
  },
  {
    member: "member03", title: "逾期提交自评", clause: "C1", occurredOn: "2026-10-01", opened: "2026-10-28T02:30:00Z", notice: "2026-10-29T02:00:00Z",
    statement: "上半年自评应于九月三十日前提交，十月十九日方提交，期间经两次提醒。",
    paused: { at: "2026-11-02T03:00:00Z", text: "等待交易市场管理处出具九月停电记录。" },
  },
  {
    member: "member09", title: "标价与成交价不符", clause: "C3", occurredOn: "2026-08-22", opened: "2026-09-07T02:00:00Z", notice: "2026-09-08T02:00:00Z",
    statement: "八月二十二日至二十四日，同一档口三日内成交价高于标价，经比对标价牌照片与四十一张小票确认。",
    answer: { at: "2026-09-15T09:00:00Z", text: "标价牌由临时员工更换，漏换三日，并非有意。差价已退还能联系到的客户。" },
    draft: { at: "2026-09-21T06:00:00Z", step: "CIRCULATED_CRITICISM", mitigations: ["HARM_REMOVED"], text: "三日内四十一笔成交价高于标价，小票与照片相符。差价大部分已退还，故缩短公示。" },
    decided: { at: "2026-10-12T07:30:00Z", panel: PANEL, text: "证据充分。" },
    served: "2026-10-13T02:00:00Z",
    appeal: { at: "2026-11-04T08:20:00Z", grounds: ["NEW_EVIDENCE", "EXCESSIVE"], text: "现已找回档口监控录像，可见标价牌于二十三日中午已更换，违规实为一日半；且差价全数退还，通报批评过重。" },
  },
  {
    member: "member04", title: "廣告所稱與實測不符", clause: "C1", occurredOn: "2026-08-06", opened: "2026-09-11T02:20:00Z", notice: "2026-09-14T01:30:00Z",
    statement: "八月六日起的產品目錄稱充電器「滿載不過熱」，委託檢測的三個樣品中有兩個超過所標溫度。",
    answer: { at: "2026-09-21T08:10:00Z", text: "目錄沿用了上一代產品的說明。已下架該頁並通知全部經銷商，願意退換。" },
    draft: { at: "2026-09-24T07:00:00Z", step: "WARNING", mitigations: ["COOPERATED"], text: "目錄的說法與實測不符，本會員亦予承認。調查期間配合提供樣品與銷售記錄，故縮短公示。" },
    decided: { at: "2026-10-15T08:30:00Z", panel: PANEL, text: "檢測報告清楚。" },
    served: "2026-10-16T01:40:00Z",
  },
];

/** The association conducts four cases by the procedure everybody is bound to. Told again, or after a break, it goes on where it stopped. */
export const casesChapter: Chapter = {
  name: "cases",
  tell: async (story) => {
    await tie(story);
    for (const one of cases) await tellOne(story, one);
  },
};

/** One of those on panels advises a member, and so decides neither about it nor about its competitors. */
async function tie({ at, personOf, members, services }: Story): Promise<void> {
  const adviser = await personOf("panel6@guild.example");
  if (await isThere(at, "select 1 from panel_affiliation limit 1")) return;
  await made(at("2026-01-05T02:00:00Z", adviser).inTransaction((tx) => services.affiliations.declare(tx, { userId: adviser.userId ?? "", memberId: members.get("member02") ?? "", nature: "法律顧問", since: "2025-07-01" })));
}

async function tellOne(story: Story, one: DemoCase): Promise<void> {
  const { services, officer, administratorOf } = story;
  const [staff, firm] = [await officer(), await administratorOf(one.member)];
  const id = (await found(story, one))?.id ?? (await open(story, one, staff));
  const state = async () => (await found(story, one))?.state;
  const asStaff = (instant: string, act: (tx: Context, seen: Seen) => Promise<Outcome<unknown>>) => acting(story, instant, staff, id, act);

  if ((await state()) === "OPENED") await asStaff(one.notice, (tx, seen) => services.cases.serveNotice(tx, seen));
  if ((await state()) === "NOTICE_SERVED") await hear(story, one, { id, staff, firm });
  if (one.decided && (await state()) === "DRAFTED") await decide(story, one.decided, { id, staff });
  if (one.served && (await state()) === "DECIDED") await asStaff(one.served, (tx, seen) => services.enforcement.serve(tx, seen));
  if (one.appeal) await appeal(story, one.appeal, { id, firm });
}

async function open({ at, members, services }: Story, { member, title, statement, occurredOn, clause, opened }: DemoCase, staff: Actor): Promise<string> {
  const opening = await made(at(opened, staff).inTransaction(async (tx) => {
    const pledge = await tx.row<{ id: string }>("select id from pledge_version where in_force_on <= $1::date order by number desc limit 1", [occurredOn]);
    return services.cases.open(tx, { memberId: members.get(member) ?? "", title, statement, occurredOn, charges: [{ versionId: pledge?.id ?? "", code: clause }], source: null });
  }));
  return opening.id;
}

interface Parties {
  id: string;
  staff: Actor;
  firm: Actor;
}

/** The member answers and a draft is made, or the clock is stopped. */
async function hear(story: Story, { paused, answer, draft, clause }: DemoCase, { id, staff, firm }: Parties): Promise<void> {
  const { services, at } = story;
  const isPaused = await isThere(at, "select 1 from case_pause where subject_id = $1", [id]);
  if (paused && !isPaused) await acting(story, paused.at, staff, id, (tx, seen) => services.cases.pauseClock(tx, seen, paused.text));
  const answered = await isThere(at, "select 1 from case_answer where case_id = $1", [id]);
  if (answer && !answered) await made(at(answer.at, firm).inTransaction((tx) => services.caseAnswers.answer(tx, { id, text: answer.text, fileIds: [], final: true })));
  if (!draft) return;
  const proposal = { outcome: "SANCTION" as const, step: draft.step, months: null, amount: null, legalBasis: null, mitigations: draft.mitigations, upheld: [clause], reasons: draft.text };
  await acting(story, draft.at, staff, id, (tx, seen) => services.caseDrafts.save(tx, seen, proposal));
}

/** A panel is seated, says that it has no interest, votes and decides; in one go, so that a break leaves all of it or nothing. */
async function decide({ services, at, personOf }: Story, { at: instant, text, panel }: NonNullable<DemoCase["decided"]>, { id, staff }: Omit<Parties, "firm">): Promise<void> {
  const people = await Promise.all(panel.map((email) => personOf(email)));
  await made(at(instant, staff).inTransaction(async (tx) => {
    const seen = { id, revision: await revisionOf(tx, id) };
    const seated = await services.decisions.seat(tx, seen, people.map(({ userId }) => userId ?? ""));
    if (!seated.ok) return seated;
    for (const person of people) await services.panels.declare(tx.as(person), id, false, "");
    for (const person of people) {
      const voted = await services.decisions.vote(tx.as(person), seen, "IMPOSE", text);
      if (!voted.ok) return voted;
    }
    return services.decisions.decide(tx.as(people[0] ?? staff), seen);
  }));
}

async function appeal({ services, at }: Story, { at: instant, grounds, text }: NonNullable<DemoCase["appeal"]>, { id, firm }: Pick<Parties, "id" | "firm">): Promise<void> {
  if (await isThere(at, "select 1 from sanction_appeal where case_id = $1", [id])) return;
  await made(at(instant, firm).inTransaction((tx) => services.appeals.file(tx, { caseId: id, grounds, text, fileIds: [] })));
}

interface Seen {
  id: string;
  revision: number;
}

const acting = ({ at }: Story, instant: string, actor: Actor, id: string, act: (tx: Context, seen: Seen) => Promise<Outcome<unknown>>) =>
  made(at(instant, actor).inTransaction(async (tx) => act(tx, { id, revision: await revisionOf(tx, id) })));

/** What stands now is what everybody in the story has seen. */
const revisionOf = async (tx: Context, id: string): Promise<number> => (await tx.row<{ revision: number }>("select revision from sanction_case where id = $1", [id]))?.revision ?? 0;

const found = ({ at, members }: Story, { member, opened }: DemoCase): Promise<Pick<SanctionCase, "id" | "state"> | null> =>
  reading(at(opened), (ctx) => ctx.row("select id, state from sanction_case where member_id = $1 order by number limit 1", [members.get(member)]));

const isThere = async (at: Story["at"], text: string, values: unknown[] = []): Promise<boolean> => (await reading(at("2026-01-01T00:00:00Z"), (ctx) => ctx.row(text, values))) !== null;

/** Reads, and gives the connection back. */
const reading = <T>(ctx: Context, read: (ctx: Context) => Promise<T>): Promise<T> => read(ctx).finally(() => ctx.endReads());

async function made<T>(doing: Promise<Outcome<T>>): Promise<T> {
  const outcome = await doing;
  if (!outcome.ok) throw new Error(`The story was refused: ${JSON.stringify(outcome.problems)}`);
  return outcome.value;
}
