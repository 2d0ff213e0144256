import type { Localized } from "../../server/kernel/language.ts";
import type { Role } from "../../server/modules/identity/index.ts";
import { demoMembers } from "./members.ts";

/** A person of the demo story. */
export interface DemoPerson {
  email: string;
  name: Localized;
  role: Role;
  /** The member they act for, by its key in `members.ts`; absent on the house's side. */
  memberKey?: string;
  /** What signing in as them lets one see. */
  shows: Localized;
}

/** Everybody's password in the demo story; it opens nothing elsewhere, since none of them exists in production. */
export const demoPassword = "lantern-over-the-harbour";

/** The second factor of everybody on the house's side, so that the portal can show its code. */
export const demoTotpSecret = "GUILDHALLDEMOSECRETLANTERNHARBOU";

/** Enough for two panels: nobody who decided a case decides the appeal. */
const panellists: DemoPerson[] = [
  ["panel2", "譚詠詩", "谭咏诗", "Tam Wing-sze"],
  ["panel3", "韓志遠", "韩志远", "Han Zhiyuan"],
  ["panel4", "葉倩文", "叶倩文", "Yip Sin-man"],
  ["panel5", "孫曉峰", "孙晓峰", "Sun Xiaofeng"],
  ["panel6", "方惠玲", "方惠玲", "Fong Wai-ling"],
].map(([account = "", hant = "", hans = "", en = ""]) => ({
  email: `${account}@guild.example`,
  name: { "zh-Hant": hant, "zh-Hans": hans, en },
  role: "PANEL",
  shows: { "zh-Hant": "評審委員", "zh-Hans": "评审委员", en: "Sits on panels" },
}));

const house: DemoPerson[] = [
  {
    email: "officer@guild.example",
    name: { "zh-Hant": "梁淑儀", "zh-Hans": "梁淑仪", en: "Leung Suk-yee" },
    role: "OFFICER",
    shows: {
      "zh-Hant": "審閱自評、確認結果、執行定期檢查、管理證書",
      "zh-Hans": "审阅自评、确认结果、执行定期检查、管理证书",
      en: "Reviews and confirms self-assessments, runs audits, looks after certificates",
    },
  },
  {
    email: "panel@guild.example",
    name: { "zh-Hant": "何志恆", "zh-Hans": "何志恒", en: "Ho Chi-hang" },
    role: "PANEL",
    shows: {
      "zh-Hant": "評審委員：聲明利益、表決案件與申訴、審理信用修復",
      "zh-Hans": "评审委员：声明利益、表决案件与申诉、审理信用修复",
      en: "Sits on panels: declares interests, votes on cases and appeals, decides on repair",
    },
  },
  ...panellists,
  {
    email: "inspector@guild.example",
    name: { "zh-Hant": "郭美玲", "zh-Hans": "郭美玲", en: "Kwok Mei-ling" },
    role: "INSPECTOR",
    shows: {
      "zh-Hant": "查閱名冊與發現事項，準備實地檢查",
      "zh-Hans": "查阅名册与发现事项，准备实地检查",
      en: "Reads the roll and the findings before a visit",
    },
  },
  {
    email: "regulator@guild.example",
    name: { "zh-Hant": "趙國強", "zh-Hans": "赵国强", en: "Zhao Guoqiang" },
    role: "REGULATOR",
    shows: {
      "zh-Hant": "監管部門的視角：未獲授權的範圍一概不見",
      "zh-Hans": "监管部门的视角：未获授权的范围一概不可见",
      en: "An authority's view: nothing is open that was not granted",
    },
  },
  {
    email: "operator@guild.example",
    name: { "zh-Hant": "吳家俊", "zh-Hans": "吴家俊", en: "Ng Ka-chun" },
    role: "OPERATOR",
    shows: {
      "zh-Hant": "運維：工作佇列、日誌與檢查點",
      "zh-Hans": "运维：任务队列、日志与检查点",
      en: "Keeps it running: queues, the journal and its checkpoints",
    },
  },
];

const administrators: [string, string, string][] = [
  ["陳慧敏", "陈慧敏", "Chan Wai-man"],
  ["黃國輝", "黄国辉", "Wong Kwok-fai"],
  ["李佩珊", "李佩珊", "Lee Pui-shan"],
  ["林偉文", "林伟文", "Lam Wai-man"],
  ["張雅婷", "张雅婷", "Zhang Yating"],
  ["劉建國", "刘建国", "Liu Jianguo"],
  ["周曉琳", "周晓琳", "Zhou Xiaolin"],
  ["鄭家豪", "郑家豪", "Cheng Ka-ho"],
  ["許文靜", "许文静", "Xu Wenjing"],
  ["馮志明", "冯志明", "Fung Chi-ming"],
  ["蔡麗華", "蔡丽华", "Cai Lihua"],
  ["謝永康", "谢永康", "Tse Wing-hong"],
];

const members: DemoPerson[] = demoMembers.flatMap((firm, index) => {
  const [hant, hans, en] = administrators[index] ?? [];
  if (hant === undefined || hans === undefined || en === undefined) return [];
  const name = { "zh-Hant": hant, "zh-Hans": hans, en };
  return [{ email: `admin${firm.key.slice(-2)}@guild.example`, name, role: "MEMBER_ADMIN", memberKey: firm.key, shows: firm.shows }];
});

const editor: DemoPerson = {
  email: "editor01@guild.example",
  name: { "zh-Hant": "羅思穎", "zh-Hans": "罗思颖", en: "Lo Sze-wing" },
  role: "MEMBER_EDITOR",
  memberKey: "member01",
  shows: {
    "zh-Hant": "模範會員的填報員：可填報，但不能簽署或提交",
    "zh-Hans": "模范会员的填报员：可填报，但不能签署或提交",
    en: "The model member's editor: fills in, but neither signs nor submits",
  },
};

/** Everybody who can be tried out: the house first, then the members in the order of their numbers. */
export const demoPersons: DemoPerson[] = [...house, ...members.slice(0, 1), editor, ...members.slice(1)];
