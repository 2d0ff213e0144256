import {
  adjustmentsOf, type AnswerChange, type Assessment, assessmentById, type AssessmentRow, assessmentsOfMember, type Inputs, lockedAssessment, type ProofLevel,
  roundOf, type Scheme, schemeNamed,
} from "../../server/modules/assessments/index.ts";
import type { Actor } from "../../server/platform/actor.ts";
import type { Context } from "../../server/platform/context.ts";
import { done, type Outcome, refusedWith } from "../../server/platform/outcome.ts";
import { halfYears } from "./half-years.ts";
import { evidenceFiles } from "./evidence-files.ts";
import { figuresOf } from "./service-figures.ts";
import type { Chapter, Story } from "./story.ts";

interface DemoAssessment {
  member: keyof typeof halfYears;
  begun: string;
  /** Indicators that do not apply, each with its reason. */
  without?: Record<string, string>;
  /** A draft that goes no further than these groups; all are filled otherwise. */
  only?: { groups: readonly string[]; lookedAt: readonly string[] };
  /** Which documents lie behind the answers; all unless said. */
  documents?: readonly string[];
  submitted?: { at: string; by: string };
  verified?: { at: string; indicators: readonly string[]; reason: string };
  adjusted?: { at: string; indicator: string; inputs: Inputs; proof: ProofLevel; reason: string };
  returned?: { at: string; notes: readonly { indicator: string; reason: string }[] };
  confirmed?: string;
}

const PERIOD = "2026-H1";
const PERIOD_OVER = "2026-07-01T00:00:00Z";
const soleTrader = "由第三方仓库代为配送，本单位没有自己的配送和设备。";

/** What became of the first half of 2026: the tenth never began, the eleventh was not a member yet. */
const assessments: readonly DemoAssessment[] = [
  {
    member: "member01", begun: "2026-07-02T01:20:00Z", submitted: { at: "2026-07-20T08:41:00Z", by: "陈慧敏" },
    verified: { at: "2026-08-06T03:10:00Z", indicators: ["I-1.1", "I-1.2", "I-1.3", "I-2.2", "I-3.1", "I-4.1", "I-4.2", "I-6.1"], reason: "八月五日现场核对订单系统、盘点表与投诉登记册，数字相符。" },
    confirmed: "2026-08-07T02:00:00Z",
  },
  {
    member: "member02", begun: "2026-07-06T02:00:00Z", submitted: { at: "2026-08-14T09:12:00Z", by: "黄国辉" },
    verified: { at: "2026-09-01T06:30:00Z", indicators: ["I-1.1", "I-3.1", "I-4.1", "I-4.2"], reason: "抽查二百张订单与全部投诉记录，数字相符。" },
    confirmed: "2026-09-02T02:15:00Z",
  },
  { member: "member03", begun: "2026-09-24T07:00:00Z", submitted: { at: "2026-10-19T10:02:00Z", by: "李佩珊" }, confirmed: "2026-11-03T03:40:00Z" },
  { member: "member04", begun: "2026-07-01T02:05:00Z", documents: [], submitted: { at: "2026-07-03T11:58:00Z", by: "林伟文" }, confirmed: "2026-08-11T07:20:00Z" },
  { member: "member05", begun: "2026-07-13T05:30:00Z", submitted: { at: "2026-08-02T02:26:00Z", by: "张雅婷" }, confirmed: "2026-08-20T06:05:00Z" },
  {
    member: "member06", begun: "2026-07-21T03:00:00Z", submitted: { at: "2026-09-11T04:44:00Z", by: "刘建国" },
    adjusted: {
      at: "2026-09-28T07:50:00Z", indicator: "I-4.1", inputs: { complaints_on_time: "110" }, proof: "VERIFIED",
      reason: "投诉登记册显示另有二十三件超过承诺的七十二小时才答复，不能计为及时。",
    },
    confirmed: "2026-09-29T01:35:00Z",
  },
  { member: "member07", begun: "2026-08-31T06:10:00Z", documents: [], only: { groups: ["G1", "G2"], lookedAt: ["G1", "G2", "G3"] } },
  { member: "member08", begun: "2026-08-10T01:00:00Z", documents: ["orders", "stock", "complaints", "delivery"], submitted: { at: "2026-09-25T08:30:00Z", by: "鄭家豪" } },
  {
    member: "member09", begun: "2026-08-18T02:45:00Z", documents: ["orders", "training"], submitted: { at: "2026-09-17T09:05:00Z", by: "许文静" },
    returned: {
      at: "2026-10-08T02:20:00Z",
      notes: [
        { indicator: "I-4.3", reason: "满意度只有十一份问卷，且全部来自同一客户；请补充其他客户的问卷，或附上抽样办法。" },
        { indicator: "I-5.2", reason: "四十一名员工只考核了九人；请说明其余人员何时考核，并附考核记录。" },
      ],
    },
  },
  {
    member: "member12", begun: "2026-09-01T08:00:00Z", documents: ["orders"], submitted: { at: "2026-09-18T13:20:00Z", by: "Tse Wing-hong" }, confirmed: "2026-10-12T03:00:00Z",
    without: Object.fromEntries(["I-3.1", "I-3.2", "I-3.3", "I-6.1", "I-6.2", "I-6.3"].map((indicator) => [indicator, soleTrader])),
  },
];

/** The members tell of their half-year, and the officer reviews it. Told again, or after a break, it goes on where it stopped. */
export const assessmentsChapter: Chapter = {
  name: "self-assessments",
  tell: async (story) => {
    for (const one of assessments) await tellOne(story, one);
  },
};

async function tellOne(story: Story, one: DemoAssessment): Promise<void> {
  const member = await story.administratorOf(one.member);
  const id = await begin(story, one, member);
  const state = () => read(story, id);
  if ((await state()).revision === 1) await fill(story, one, id, member);
  if (one.submitted && (await state()).state === "DRAFT") await submit(story, one.submitted, id, member);
  if ((await state()).state === "SUBMITTED") await review(story, one, id);
}

async function begin({ at, services }: Story, { member, begun }: DemoAssessment, actor: Actor): Promise<string> {
  const own = await reading(at(begun), (ctx) => ctx.load(assessmentsOfMember, actor.memberId ?? ""));
  const known = own.find(({ period }) => period === PERIOD);
  return known?.id ?? (await made(`${member} begins`, at(begun, actor).inTransaction((tx) => services.assessments.begin(tx, PERIOD)))).id;
}

/** Documents and figures in one go, so that a break leaves either none or all of them. */
async function fill({ at, services: { assessments: drafts, evidence } }: Story, one: DemoAssessment, id: string, actor: Actor): Promise<void> {
  await made(`${one.member} fills`, at(one.begun, actor).inTransaction(async (tx) => {
    const scheme = await schemeNamed(tx, (await tx.load(roundOf, PERIOD))?.schemeVersion ?? 0);
    const attached = await attachAll(tx, evidence, one, id, scheme);
    if (!attached.ok) return attached;
    const saved = await drafts.save(tx, id, { revision: await revisionOf(tx, id), answers: typedBy(one, scheme), lookedAt: null });
    if (!saved.ok || saved.value.length > 0) return saved.ok ? refusedWith(saved.value) : saved;
    for (const lookedAt of one.only?.lookedAt ?? []) await drafts.save(tx, id, { revision: await revisionOf(tx, id), answers: [], lookedAt });
    return saved;
  }));
}

function typedBy({ member, only, without }: DemoAssessment, scheme: Scheme): AnswerChange[] {
  const figures = figuresOf(halfYears[member]);
  const groups = scheme.groups.filter(({ id }) => only === undefined || only.groups.includes(id));
  return groups.flatMap((group) => group.indicators).map(({ id }) => ({ indicator: id, inputs: figures[id] ?? {}, notApplicableReason: without?.[id] ?? null }));
}

async function attachAll(tx: Context, evidence: Story["services"]["evidence"], { member, documents, without }: DemoAssessment, id: string, scheme: Scheme): Promise<Outcome<unknown>> {
  const files = evidenceFiles(scheme, figuresOf(halfYears[member])).filter(({ key }) => documents === undefined || documents.includes(key));
  for (const { indicators, name, bytes } of files) {
    const backed = indicators.filter((indicator) => without?.[indicator] === undefined);
    if (backed.length === 0) continue;
    const file = await evidence.keep(tx, { name, mediaType: "text/csv; charset=utf-8", bytes });
    if (!file.ok) return file;
    for (const indicator of backed) {
      const attached = await evidence.attach(tx, id, { indicator, fileId: file.value.id, note: "" });
      if (!attached.ok) return attached;
    }
  }
  return done(null);
}

const submit = ({ at, services }: Story, { at: instant, by }: { at: string; by: string }, id: string, actor: Actor) =>
  made(`${by} submits`, at(instant, actor).inTransaction(async (tx) =>
    services.assessments.submit(tx, id, { revision: await revisionOf(tx, id), declaration: true, declarantName: by })));

async function review(story: Story, { verified, adjusted, returned, confirmed, member }: DemoAssessment, id: string): Promise<void> {
  const { reviews } = story.services;
  const officer = await story.officer();
  const { returnedAt } = await read(story, id);
  const earlier = await reading(story.at(PERIOD_OVER), (ctx) => ctx.load(adjustmentsOf, id));
  const adjustments = [...verifications(verified), ...(adjusted ? [adjusted] : [])].filter(({ indicator }) => !earlier.some((row) => row.indicator === indicator));
  const officerAt = (instant: string, act: (tx: Context, revision: number) => Promise<Outcome<Assessment>>) =>
    made(`${member} is reviewed`, story.at(instant, officer).inTransaction(async (tx) => act(tx, await revisionOf(tx, id))));

  for (const { at, ...input } of adjustments) await officerAt(at, (tx, revision) => reviews.adjust(tx, id, { revision, ...input }));
  if (returned && returnedAt === null) await officerAt(returned.at, (tx, revision) => reviews.return(tx, id, { revision, notes: returned.notes }));
  if (confirmed !== undefined) await officerAt(confirmed, (tx, revision) => reviews.confirm(tx, id, { revision }));
}

/** What stands now is what everybody in the story has seen. */
const revisionOf = async (tx: Context, id: string): Promise<number> => (await lockedAssessment(tx, id))?.revision ?? 0;

const verifications = (verified: DemoAssessment["verified"]) =>
  (verified?.indicators ?? []).map((indicator) => ({ at: verified?.at ?? "", indicator, inputs: null, proof: "VERIFIED" as const, reason: verified?.reason ?? "" }));

async function read({ at }: Story, id: string): Promise<AssessmentRow> {
  const row = await reading(at(PERIOD_OVER), (ctx) => ctx.load(assessmentById, id));
  if (!row) throw new Error(`${id} is not there.`);
  return row;
}

async function reading<T>(ctx: Context, read: (ctx: Context) => Promise<T>): Promise<T> {
  try {
    return await read(ctx);
  } finally {
    await ctx.endReads();
  }
}

async function made<T>(what: string, doing: Promise<Outcome<T>>): Promise<T> {
  const outcome = await doing;
  if (!outcome.ok) throw new Error(`${what}: ${JSON.stringify(outcome.problems)}`);
  return outcome.value;
}
