import type { Localized } from "../../kernel/language.ts";
import type { TimelineEvent } from "./timeline-events.rules.ts";

const said = (zhHant: string, zhHans: string, en: string): Localized => ({ "zh-Hant": zhHant, "zh-Hans": zhHans, en });

/** What each event says. `{what}` is what it is about; a part in brackets is said only where everything in it is known. */
export const sentences: Record<TimelineEvent, Localized> = {
  ADMITTED: said("入會，會籍至{through}", "入会，会籍至{through}", "Admitted; the term ends on {through}"),
  RENEWED: said("會籍續期至{through}", "会籍续期至{through}", "Membership renewed; the term ends on {through}"),
  LEAVING: said("自此日起退會", "自此日起退会", "Leaves the association from this day"),
  LEAVING_REVOKED: said("撤回退會通知", "撤回退会通知", "Notice of leaving taken back"),
  SUSPENDED: said("暫停會員資格[，至{until}]", "暂停会员资格[，至{until}]", "Membership suspended[ until {until}]"),
  REINSTATED: said("恢復會員資格", "恢复会员资格", "Membership reinstated"),
  EXPELLED: said("取消會員資格", "取消会员资格", "Membership cancelled"),
  GRACE_BEGINS: said("會籍到期未續，寬限期開始", "会籍到期未续，宽限期开始", "Term over and not renewed: grace begins"),
  MEMBERSHIP_LAPSES: said("寬限期滿，會籍失效", "宽限期满，会籍失效", "Grace over: the membership lapses"),
  PLEDGE_SIGNED: said("簽署自律公約第 {version} 版", "签署自律公约第 {version} 版", "Signed version {version} of the pledge"),
  ASSESSMENT_HANDED_IN: said("提交{period}自評，回執 {receipt}", "提交{period}自评，回执 {receipt}", "Handed in the self-assessment for {period}, receipt {receipt}"),
  ASSESSMENT_RETURNED: said("{period}自評退回修改", "{period}自评退回修改", "The self-assessment for {period} was sent back for changes"),
  ASSESSMENT_CONFIRMED: said("{period}自評經審核確認[：{grade}，{score} 分]", "{period}自评经审核确认[：{grade}，{score} 分]", "The self-assessment for {period} was confirmed[: {grade}, {score} points]"),
  AUDITED: said("接受定期檢查，發現事項 {findings} 項", "接受定期检查，发现事项 {findings} 项", "Audited; findings: {findings}"),
  FOUND: said("發現事項（{severity}）：未符合「{what}」", "发现事项（{severity}）：未符合“{what}”", "Finding ({severity}): “{what}” is not met"),
  FINDING_SETTLED: said("發現事項已解決[：{what}]", "发现事项已解决[：{what}]", "A finding is settled[: {what}]"),
  GRADE_GIVEN: said("評定自律等級 {grade}（{score} 分）", "评定自律等级 {grade}（{score} 分）", "Compliance grade {grade} given ({score} points)"),
  GRADE_RAISED: said("自律等級由 {before} 升為 {grade}（{score} 分）", "自律等级由 {before} 升为 {grade}（{score} 分）", "Compliance grade raised from {before} to {grade} ({score} points)"),
  GRADE_LOWERED: said("自律等級由 {before} 降為 {grade}（{score} 分）", "自律等级由 {before} 降为 {grade}（{score} 分）", "Compliance grade lowered from {before} to {grade} ({score} points)"),
  GRADE_KEPT: said("自律等級維持 {grade}（{score} 分）", "自律等级维持 {grade}（{score} 分）", "Compliance grade stays {grade} ({score} points)"),
  GRADE_WITHHELD: said("未評級：可供評定的事實不足", "未评级：可供评定的事实不足", "Not rated: too few facts"),
  REWARD_GIVEN: said("獲「{what}」[（{year} 年）]，有效至{through}", "获“{what}”[（{year} 年）]，有效期至{through}", "Given: {what}[ of {year}], through {through}"),
  REWARD_REVOKED: said("「{what}」被撤銷", "“{what}”被撤销", "Taken back: {what}"),
  REWARD_ENDS: said("「{what}」期滿", "“{what}”期满", "No longer in effect: {what}"),
  CASE_OPENED: said("立案（第 {number} 號）：{title}", "立案（第 {number} 号）：{title}", "Case {number} opened: {title}"),
  CASE_NOTICE_SERVED: said("第 {number} 號案送達通知，答辯期 {days} 日：{title}", "第 {number} 号案送达通知，答辩期 {days} 天：{title}", "Case {number}: notice served, time to answer in days: {days}. {title}"),
  CASE_ANSWERED: said("會員就第 {number} 號案答辯", "会员就第 {number} 号案答辩", "Case {number}: the member answered"),
  CASE_DECIDED: said("評審組就第 {number} 號案作出裁定，尚待送達", "评审组就第 {number} 号案作出裁定，尚待送达", "Case {number}: the panel decided; to be served"),
  CASE_SERVED: said("第 {number} 號案送達決定[：{what}][，可申訴至{until}]", "第 {number} 号案送达决定[：{what}][，可申诉至{until}]", "Case {number}: decision served[: {what}][; appeals until {until}]"),
  CASE_IN_FORCE: said("第 {number} 號案決定生效[：{what}]", "第 {number} 号案决定生效[：{what}]", "Case {number}: decision in force[: {what}]"),
  CASE_DROPPED: said("第 {number} 號案終止", "第 {number} 号案终止", "Case {number} dropped"),
  CASE_CLOSED: said("第 {number} 號案結案[：{outcome}]", "第 {number} 号案结案[：{outcome}]", "Case {number} closed[: {outcome}]"),
  APPEAL_ENDS: said("第 {number} 號案申訴期最後一日", "第 {number} 号案申诉期最后一天", "Case {number}: last day to appeal"),
  APPEAL_FILED: said("會員就第 {number} 號案提出申訴", "会员就第 {number} 号案提出申诉", "Case {number}: the member appealed"),
  APPEAL_WITHDRAWN: said("會員撤回第 {number} 號案的申訴", "会员撤回第 {number} 号案的申诉", "Case {number}: the appeal was withdrawn"),
  APPEAL_DECIDED: said("第 {number} 號案的申訴已裁定：{outcome}[（{what}）]", "第 {number} 号案的申诉已裁定：{outcome}[（{what}）]", "Case {number}: appeal decided: {outcome}[ ({what})]"),
  PUBLICATION_BEGINS: said("第 {number} 號案的「{what}」開始公示，至{until}", "第 {number} 号案的“{what}”开始公示，至{until}", "Case {number}: public display begins, until {until} ({what})"),
  PUBLICATION_ENDS: said("第 {number} 號案的「{what}」停止公示：{cause}", "第 {number} 号案的“{what}”停止公示：{cause}", "Case {number}: no longer on public display, {cause} ({what})"),
  REPAIR_OPENS: said("第 {number} 號案自此日起可申請修復", "第 {number} 号案自此日起可申请修复", "Case {number}: repair can be asked for from this day"),
  REPAIR_ASKED: said("會員就第 {number} 號案申請修復", "会员就第 {number} 号案申请修复", "Case {number}: the member asked for repair"),
  REPAIR_RETURNED: said("第 {number} 號案的修復申請退回補充", "第 {number} 号案的修复申请退回补充", "Case {number}: more was asked for before repair is decided"),
  REPAIR_GRANTED: said("第 {number} 號案准予修復", "第 {number} 号案准予修复", "Case {number}: repair granted"),
  REPAIR_REFUSED: said("第 {number} 號案不予修復", "第 {number} 号案不予修复", "Case {number}: repair refused"),
  CERTIFICATE_ISSUED: said("簽發證書 {number}，有效期至{through}", "签发证书 {number}，有效期至{through}", "Certificate {number} issued, valid through {through}"),
  CERTIFICATE_SUSPENDED: said("證書 {number} 暫停使用", "证书 {number} 暂停使用", "Certificate {number} suspended"),
  CERTIFICATE_REINSTATED: said("證書 {number} 恢復使用", "证书 {number} 恢复使用", "Certificate {number} reinstated"),
  CERTIFICATE_WITHDRAWN: said("證書 {number} 被撤銷", "证书 {number} 被撤销", "Certificate {number} withdrawn"),
  CERTIFICATE_ENDS: said("證書 {number} 過期", "证书 {number} 过期", "Certificate {number} expires"),
  CREDIT_CORRECTED: said("誠信檔案更正（{way}）：{what}", "诚信档案更正（{way}）：{what}", "Credit file corrected ({way}): {what}"),
};

/** What is one of a few, by the fact it stands in. */
export const named: Record<string, Record<string, Localized>> = {
  severity: { CRITICAL: said("重大", "重大", "critical"), MAJOR: said("較重", "较重", "major"), MINOR: said("輕微", "轻微", "minor") },
  outcome: {
    DROPPED: said("終止", "终止", "dropped"), DISMISSED: said("不予處分", "不予处分", "no sanction"), SANCTIONED: said("處分執行完畢", "处分执行完毕", "sanction carried out"),
    UPHELD: said("維持決定", "维持决定", "the decision stands"), REDUCED: said("改為較輕", "改为较轻", "reduced"), SET_ASIDE: said("撤銷決定", "撤销决定", "set aside"),
  },
  cause: { TIME: said("期滿", "期满", "its time being over"), REPAIRED: said("已修復", "已修复", "being repaired"), SET_ASIDE: said("決定被撤銷", "决定被撤销", "the decision being set aside") },
  way: { VOIDED: said("撤回", "撤回", "taken back"), CHANGED: said("改記", "改记", "entered anew") },
};
