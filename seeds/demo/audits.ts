import type { Chapter } from "./story.ts";

/** One plan on the calendar: the first of every month. Its first run comes by itself, as soon as the workers are up. */
export const auditsChapter: Chapter = {
  name: "a plan of audits",
  tell: async ({ services, at, officer }) => {
    const house = at("2026-10-20T02:00:00Z");
    if (await house.row("select 1 from audit_plan limit 1")) return;
    const ctx = at("2026-10-20T02:00:00Z", await officer());
    await ctx.inTransaction((tx) =>
      services.audits.planMake(tx, {
        title: { "zh-Hant": "會員每月檢查", "zh-Hans": "会员每月检查", en: "Monthly audit of members" },
        ruleSetVersion: 1,
        calendar: "MONTHLY",
        dueDay: 1,
      }),
    );
  },
};
