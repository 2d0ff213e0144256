import type { Language } from "../../kernel/language.ts";

const zhHant = {
  title: "榮譽榜", lead: "本協會表彰的會員，以及年度榮譽榜與優質服務企業。條件公開，由系統選出並經兩人確認；金錢換不到任何獎勵。",
  years: "年度", none: "這一年沒有公開的表彰。", number: "會員編號", firm: "企業", deed: "事蹟", holds: "有效期", to: "至", ended: "已期滿", next: "下一頁", asOf: "所示為查閱當日的情況：",
};

export type HonourWords = typeof zhHant;

const zhHans: HonourWords = {
  title: "红榜", lead: "本协会表彰的会员，以及年度红榜和优质服务企业。条件公开，由系统选出并经两人确认；花钱换不来任何奖励。",
  years: "年度", none: "这一年没有公开的表彰。", number: "会员编号", firm: "企业", deed: "事迹", holds: "有效期", to: "至", ended: "已期满", next: "下一页", asOf: "以下为查阅当天的情况：",
};

const en: HonourWords = {
  title: "Honour list", lead: "Members this association has commended, and its yearly honour list and excellent service enterprises. The criteria are public, the portal selects by them, and two people confirm; money buys nothing.",
  years: "Year", none: "Nothing was given in this year.", number: "Member no.", firm: "Firm", deed: "Deed", holds: "In force", to: "to", ended: "Ended", next: "Next page", asOf: "As it stands on ",
};

const words: Record<Language, HonourWords> = { "zh-Hant": zhHant, "zh-Hans": zhHans, en };

/** The sentences of the public honour list in one language. */
export const honourWordsIn = (language: Language): HonourWords => words[language];
