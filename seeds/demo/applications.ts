import { digestOf } from "../../server/kernel/digest.ts";
import type { Language, Localized } from "../../server/kernel/language.ts";
import { anonymous } from "../../server/platform/actor.ts";
import { byRegistrar } from "../../server/modules/identity/index.ts";
import { addWorkingDays, workingCalendar } from "../../server/modules/calendar/index.ts";
import { applicationTerms } from "../../server/modules/applications/index.ts";
import { creditCodeCheck, type ProductLine, type SiteDetails, type SizeClass } from "../../server/modules/members/index.ts";
import type { Context } from "../../server/platform/context.ts";
import { done, type Outcome } from "../../server/platform/outcome.ts";
import { licencePicture } from "./licence-picture.ts";
import type { Chapter, Story } from "./story.ts";
import { workingDaysBefore } from "./working-days-before.ts";

/** A firm that applies, there to show one way an application can stand. */
interface DemoApplicant {
  /** The first seventeen characters of its invented credit code. */
  codeStem: string;
  name: Localized;
  language: Language;
  region: string;
  sizeClass: SizeClass;
  productLines: ProductLine[];
  sites: SiteDetails[];
  contact: { name: string; phone: string; email: string };
  /** How many working days before the story is told it was handed in, and what the officer made of it how many days later. */
  workingDaysAgo: number;
  decision?: { kind: "return" | "refuse"; workingDaysLater: number; reason: string };
}

const applicants: readonly DemoApplicant[] = [
  {
    codeStem: "91440101MA9Y4TKR0", language: "zh-Hans", region: "440000", sizeClass: "MEDIUM", productLines: ["GRAIN_OIL", "FOOD_DRINK"],
    name: { "zh-Hant": "", "zh-Hans": "广州新合穗粮油贸易有限公司", en: "" },
    sites: [
      { name: "白云办公室", use: "OFFICE", region: "440000", address: "白云区石槎路 318 号 602 室", openedOn: "2023-03-01" },
      { name: "黄埔中转仓", use: "WAREHOUSE", region: "440000", address: "黄埔区港前路 77 号 B 仓", openedOn: "2024-06-15" },
    ],
    contact: { name: "苏婉晴", phone: "020 5550 0182", email: "wanqing.su@xinhesui.example" }, workingDaysAgo: 8,
  },
  {
    codeStem: "91330212MA2J8WXE5", language: "zh-Hant", region: "330000", sizeClass: "SMALL", productLines: ["MEAT_AQUATIC"],
    name: { "zh-Hant": "寧波甬鮮水產批發行", "zh-Hans": "宁波甬鲜水产批发行", en: "" },
    sites: [{ name: "路林市場 12 號攤", use: "MARKET_STALL", region: "330000", address: "江北區路林水產市場 12 號", openedOn: "2022-09-01" }],
    contact: { name: "潘立誠", phone: "0574 5550 136", email: "pan@yongxian.example" }, workingDaysAgo: 7,
    decision: { kind: "return", workingDaysLater: 3, reason: "營業執照影本的有效期限已過，請附上現行執照；另請補充冷庫的地址，貴行的品類需有冷藏場所。" },
  },
  {
    codeStem: "91310115MA1K7QDN8", language: "en", region: "310000", sizeClass: "MICRO", productLines: ["DAILY_GOODS"],
    name: { "zh-Hant": "", "zh-Hans": "上海临里便利店", en: "Linli Corner Shop" },
    sites: [{ name: "Linli Corner Shop", use: "SHOP", region: "310000", address: "126 Zhangyang Road, Pudong", openedOn: "2024-02-10" }],
    contact: { name: "Qiu Minghao", phone: "", email: "minghao@linli.example" }, workingDaysAgo: 70,
    decision: { kind: "refuse", workingDaysLater: 6, reason: "The association admits wholesalers. By its licence and its own account the firm sells to consumers alone; it is welcome to apply again once it trades wholesale." },
  },
];

/** Three firms apply: one waits and is due within days, one is back to amend its papers, one was refused. Told again, or after a break, it tells what is missing. */
export const applicationsChapter: Chapter = {
  name: "applications",
  tell: async (story) => {
    const present = await codesPresent(story);
    // A refused firm is forgotten after a year, and is not told of a second time: its record stays.
    if (present.length >= applicants.length) return;
    for (const applicant of applicants) if (!present.includes(codeOf(applicant))) await apply(story, applicant);
  },
};

const codeOf = ({ codeStem }: DemoApplicant): string => codeStem + creditCodeCheck(codeStem);

const codesPresent = async ({ at, toldOn }: Story): Promise<string[]> =>
  (await at(`${toldOn}T00:00:00Z`).rows<{ code: string }>("select credit_code as code from application")).map(({ code }) => code);

async function apply(story: Story, applicant: DemoApplicant): Promise<void> {
  const { services: { applying, applicationEvidence, decidings }, at, officer, toldOn } = story;
  const { decision, workingDaysAgo, codeStem: _, name, language, ...rest } = applicant;
  const { handedInOn, decidedOn } = await daysOf(story, workingDaysAgo, decision?.workingDaysLater ?? 0);
  const ctx = at(`${handedInOn}T02:10:00Z`, anonymous(language, `198.51.100.${applicants.indexOf(applicant) + 1}`));
  const act = <T>(work: (tx: Context) => Promise<Outcome<T>>) => made(byRegistrar(ctx, work));

  const begun = await act((tx) => applying.begin(tx, { name, language }));
  const token = begun.link.split("#").at(-1) ?? "";
  const saved = await act((tx) => applying.save(tx, { token, revision: 1, creditCode: codeOf(applicant), ...rest }));
  await act((tx) => applicationEvidence.keep(tx, token, "BUSINESS_LICENCE", { name: "营业执照.png", mediaType: "image/png", bytes: licencePicture(codeOf(applicant)) }));
  const { declaration } = await act(async (tx) => done(await applicationTerms(tx)));
  const handing = { token, revision: saved.revision, consent: true, textDigest: digestOf(declaration), declarantName: rest.contact.name };
  const submitted = await act((tx) => applying.submit(tx, handing));
  if (decision === undefined) return;
  if (decidedOn > toldOn) throw new Error("What was decided was decided before the story is told.");
  await made(at(`${decidedOn}T06:40:00Z`, await officer()).inTransaction((tx) => decidings[decision.kind](tx, submitted.id, { revision: submitted.revision, reason: decision.reason })));
}

/** The day so many working days before the story is told, and the one so many working days after that. */
async function daysOf({ at, toldOn }: Story, workingDaysAgo: number, later: number): Promise<{ handedInOn: string; decidedOn: string }> {
  const calendar = await workingCalendar(at(`${toldOn}T00:00:00Z`));
  const handedInOn = workingDaysBefore(calendar, toldOn, workingDaysAgo);
  return { handedInOn, decidedOn: addWorkingDays(calendar, handedInOn, later) };
}

async function made<T>(act: Promise<Outcome<T>>): Promise<T> {
  const outcome = await act;
  if (!outcome.ok) throw new Error(`A firm did not apply: ${JSON.stringify(outcome.problems)}`);
  return outcome.value;
}
