import type { Language } from "../../server/kernel/language.ts";
import type { Chapter, Story } from "./story.ts";

interface DemoSignature {
  member: string;
  at: string;
  language: Language;
  name: string;
  title: string;
}

/** Who signed when; the second and the tenth never did, the eleventh has only just arrived. */
const signatures: readonly DemoSignature[] = [
  { member: "member01", at: "2026-01-01T01:12:40Z", language: "zh-Hans", name: "陈慧敏", title: "总经理" },
  { member: "member03", at: "2026-01-19T06:30:05Z", language: "zh-Hans", name: "李佩珊", title: "董事长" },
  { member: "member04", at: "2026-01-08T09:02:51Z", language: "zh-Hans", name: "林伟文", title: "首席运营官" },
  { member: "member05", at: "2026-02-11T02:45:18Z", language: "zh-Hans", name: "张雅婷", title: "法定代表人" },
  { member: "member06", at: "2026-03-02T07:20:33Z", language: "zh-Hans", name: "刘建国", title: "总经理" },
  { member: "member07", at: "2026-01-26T03:05:09Z", language: "zh-Hans", name: "周晓琳", title: "法定代表人" },
  { member: "member08", at: "2026-02-03T08:51:27Z", language: "zh-Hant", name: "鄭家豪", title: "執行董事" },
  { member: "member09", at: "2026-03-27T10:14:00Z", language: "zh-Hans", name: "许文静", title: "副总经理" },
  { member: "member12", at: "2026-03-30T15:40:12Z", language: "en", name: "Tse Wing-hong", title: "Managing Director" },
];

/** The members read the pledge in their language and sign it. */
export const pledgesChapter: Chapter = {
  name: "pledges",
  tell: async (story) => {
    for (const signature of signatures) await sign(story, signature);
  },
};

async function sign({ services: { pledges }, at, administratorOf }: Story, { member, at: instant, language, name, title }: DemoSignature): Promise<void> {
  const outcome = await at(instant, await administratorOf(member)).inTransaction(async (tx) => {
    const version = await pledges.inForce(tx);
    return pledges.sign(tx, {
      versionId: version?.id ?? "", textDigest: version?.textDigests[language] ?? "", readToEnd: true, consent: true, signatoryName: name, signatoryTitle: title,
    });
  });
  const signedBefore = !outcome.ok && outcome.problems.every(({ code }) => code === "ALREADY_SIGNED");
  if (!outcome.ok && !signedBefore) throw new Error(`${member} did not sign: ${JSON.stringify(outcome.problems)}`);
}
