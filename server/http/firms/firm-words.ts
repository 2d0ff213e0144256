import type { Language } from "../../kernel/language.ts";
import type { AppealStanding } from "../../modules/publication/index.ts";
import type { MemberStatus, ProductLine, SizeClass } from "../../modules/members/index.ts";

const zhHant = {
  title: "會員公開檔案", asOf: "截至 {day}", number: "會員編號 {number}", print: "列印", keep: "下載這份檔案（JSON）", none: "沒有。",
  basics: "基本信息", otherNames: "其他名稱", region: "地區", size: "規模", lines: "經營品類", admitted: "入會日期", status: "會籍狀態", since: "自 {day} 起",
  pledge: "承諾", signed: "已於 {day} 簽署自律公約第 {version} 版。", unsigned: "尚未簽署自律公約。",
  grade: "等級與理由", noGrade: "尚未評定。", notRated: "未評級：可供評定的事實不足。", given: "{day} 評定，依{scheme}", score: "得分 {score}／100", area: "領域", weight: "權重", points: "得分", noFacts: "沒有事實",
  best: "最主要的加分", worst: "最主要的扣分", limits: "等級所受限制", limitMinimum: "「{area}」未達最低 {points} 分，等級不高於 {grade}。", limitEntry: "檔案中有一項記錄（{area}）使等級不高於 {grade}。",
  gradeNote: "自律等級由協會依公開辦法評定，不是政府機關的評級。會費、規模和捐贈不計分；部分數據由會員自行申報，證明程度有別。",
  honours: "表彰", noHonours: "目前沒有表彰記錄。", holdsUntil: "自 {from} 起，有效至 {through}", heldUntil: "{from} 至 {through}，已期滿",
  decisions: "處理決定", noDecisions: "目前沒有公示中的處理決定。", caseNumber: "案號 {number}", decidedOn: "決定日期", period: "公示期間", endsBy: "期滿自動停止公示", clauses: "所引條款", ofPledge: "自律公約第 {version} 版", ofNorm: "行業規範第 {version} 版",
  reasons: "理由", ladder: "依懲戒階梯第 {version} 版", appeal: "申訴", appealOPEN: "會員可在 {day} 以前向協會申訴。", appealLODGED: "會員已於 {day} 提出申訴，尚未決定。", appealUPHELD: "申訴已經審理，決定維持。", appealFINAL: "申訴期已過，決定為最終決定。",
  appealRoute: "申訴由未參與本案的評審委員審理；會員也可以在最短公示期滿後申請修復。", termsNote: "公示分類及期限由協會決定，參照國家《信用修復管理辦法》，不具該辦法的法律效力。",
  publicity: { MINOR: "輕微", ORDINARY: "一般", SERIOUS: "嚴重" },
  repairs: "修復", noRepairs: "目前沒有可公開的修復記錄。", repaired: "{day} 完成修復，停止公示。", withheld: "理由和條款自修復之日起不再公開；記錄仍由協會保存。",
  certificates: "證書", noCertificates: "登記冊中沒有這家企業的證書。", validThrough: "有效期至 {day}", checkIt: "查驗 {number}",
  certificate: { VALID: "有效", SUSPENDED: "暫停使用", WITHDRAWN: "已撤銷", EXPIRED: "已過期" },
  severity: { CRITICAL: "重大", MAJOR: "較重", MINOR: "輕微" },
  statuses: { ACTIVE: "有效", GRACE: "寬限期", SUSPENDED: "暫停會籍", LAPSED: "逾期失效", EXPELLED: "取消會員資格", WITHDRAWN: "自願退會" } as Record<MemberStatus, string>,
  sizes: { MICRO: "微型", SMALL: "小型", MEDIUM: "中型", LARGE: "大型" } as Record<SizeClass, string>,
  products: {
    GRAIN_OIL: "糧油", FRESH_PRODUCE: "果蔬", MEAT_AQUATIC: "肉類水產", FOOD_DRINK: "食品飲料", DAILY_GOODS: "日用百貨", TEXTILES: "紡織服裝", HEALTH_GOODS: "保健用品",
    BUILDING_MATERIALS: "建材", HARDWARE: "五金", ELECTRONICS: "電子產品",
  } as Record<ProductLine, string>,
  toFile: "查看持有人的公開檔案",
};

export type FirmWords = typeof zhHant;

const zhHans: FirmWords = {
  title: "会员公开档案", asOf: "截至 {day}", number: "会员编号 {number}", print: "打印", keep: "下载这份档案（JSON）", none: "没有。",
  basics: "基本信息", otherNames: "其他名称", region: "地区", size: "规模", lines: "经营品类", admitted: "入会日期", status: "会籍状态", since: "自 {day} 起",
  pledge: "承诺", signed: "已于 {day} 签署自律公约第 {version} 版。", unsigned: "尚未签署自律公约。",
  grade: "等级与理由", noGrade: "尚未评定。", notRated: "未评级：可供评定的事实不足。", given: "{day} 评定，依据{scheme}", score: "得分 {score}／100", area: "领域", weight: "权重", points: "得分", noFacts: "没有事实",
  best: "最主要的加分", worst: "最主要的扣分", limits: "等级受到的限制", limitMinimum: "“{area}”未达到最低 {points} 分，等级不高于 {grade}。", limitEntry: "档案中有一项记录（{area}）使等级不高于 {grade}。",
  gradeNote: "自律等级由协会按公开办法评定，不是政府部门的评级。会费、规模和捐赠不计分；部分数据由会员自行申报，证明程度不同。",
  honours: "表彰", noHonours: "目前没有表彰记录。", holdsUntil: "自 {from} 起，有效期至 {through}", heldUntil: "{from} 至 {through}，已到期",
  decisions: "处理决定", noDecisions: "目前没有正在公示的处理决定。", caseNumber: "案号 {number}", decidedOn: "决定日期", period: "公示期间", endsBy: "期满自动停止公示", clauses: "引用条款", ofPledge: "自律公约第 {version} 版", ofNorm: "行业规范第 {version} 版",
  reasons: "理由", ladder: "依据惩戒阶梯第 {version} 版", appeal: "申诉", appealOPEN: "会员可以在 {day} 以前向协会申诉。", appealLODGED: "会员已于 {day} 提出申诉，尚未作出决定。", appealUPHELD: "申诉已经审理，决定维持。", appealFINAL: "申诉期已过，决定为最终决定。",
  appealRoute: "申诉由没有参与本案的评审委员审理；会员也可以在最短公示期满后申请修复。", termsNote: "公示的分类和期限由协会决定，参照国家《信用修复管理办法》，不具有该办法的法律效力。",
  publicity: { MINOR: "轻微", ORDINARY: "一般", SERIOUS: "严重" },
  repairs: "修复", noRepairs: "目前没有可公开的修复记录。", repaired: "{day} 完成修复，停止公示。", withheld: "理由和条款自修复之日起不再公开；记录仍由协会保存。",
  certificates: "证书", noCertificates: "登记册中没有这家企业的证书。", validThrough: "有效期至 {day}", checkIt: "查验 {number}",
  certificate: { VALID: "有效", SUSPENDED: "暂停使用", WITHDRAWN: "已撤销", EXPIRED: "已过期" },
  severity: { CRITICAL: "重大", MAJOR: "较重", MINOR: "轻微" },
  statuses: { ACTIVE: "有效", GRACE: "宽限期", SUSPENDED: "暂停会籍", LAPSED: "逾期失效", EXPELLED: "取消会员资格", WITHDRAWN: "自愿退会" },
  sizes: { MICRO: "微型", SMALL: "小型", MEDIUM: "中型", LARGE: "大型" },
  products: {
    GRAIN_OIL: "粮油", FRESH_PRODUCE: "果蔬", MEAT_AQUATIC: "肉类水产", FOOD_DRINK: "食品饮料", DAILY_GOODS: "日用百货", TEXTILES: "纺织服装", HEALTH_GOODS: "保健用品",
    BUILDING_MATERIALS: "建材", HARDWARE: "五金", ELECTRONICS: "电子产品",
  },
  toFile: "查看持有人的公开档案",
};

const en: FirmWords = {
  title: "Public file of a member", asOf: "As of {day}", number: "Member {number}", print: "Print", keep: "Download this file (JSON)", none: "None.",
  basics: "The firm", otherNames: "Other names", region: "Region", size: "Size", lines: "Deals in", admitted: "Admitted", status: "Standing", since: "since {day}",
  pledge: "Pledge", signed: "Signed version {version} of the pledge on {day}.", unsigned: "Has not signed the pledge.",
  grade: "Grade and reasons", noGrade: "Not graded yet.", notRated: "Not rated: too few facts.", given: "Given on {day} under {scheme}", score: "{score} of 100 points", area: "Area", weight: "Weight", points: "Points", noFacts: "No facts",
  best: "What weighs most for it", worst: "What weighs most against it", limits: "What holds the grade back", limitMinimum: "{area} is below its minimum of {points} points: no better than {grade}.", limitEntry: "An entry of the file ({area}) allows no better than {grade}.",
  gradeNote: "The compliance grade is the association's own, under its published scheme; it is no rating by a public authority. Fees, size and donations count for nothing; some figures are the member's own word.",
  honours: "Commendations", noHonours: "None is on record.", holdsUntil: "From {from} to {through}", heldUntil: "From {from} to {through}; over",
  decisions: "Decisions", noDecisions: "No decision is on public display.", caseNumber: "Case {number}", decidedOn: "Decided", period: "On display", endsBy: "ends by itself", clauses: "Clauses", ofPledge: "Pledge, version {version}", ofNorm: "Norm, version {version}",
  reasons: "Reasons", ladder: "Under version {version} of the sanction ladder", appeal: "Appeal", appealOPEN: "The member can appeal to the association until {day}.", appealLODGED: "The member appealed on {day}; it is not decided yet.", appealUPHELD: "An appeal was heard, and the decision stands.", appealFINAL: "The time to appeal is over; the decision is final.",
  appealRoute: "Appeals are heard by panel members who had no part in the case; after the shortest time of display the member can also ask for repair.", termsNote: "Classes and periods are the association's decision; they follow the example of the national Measures for Credit Repair and have none of their legal force.",
  publicity: { MINOR: "minor", ORDINARY: "ordinary", SERIOUS: "serious" },
  repairs: "Repair", noRepairs: "No repair is on display.", repaired: "Repaired on {day}; taken off display.", withheld: "Reasons and clauses are no longer public once a decision is repaired; the association keeps the record.",
  certificates: "Certificates", noCertificates: "The register has no certificate of this firm.", validThrough: "valid through {day}", checkIt: "Check {number}",
  certificate: { VALID: "Valid", SUSPENDED: "Suspended", WITHDRAWN: "Withdrawn", EXPIRED: "Expired" },
  severity: { CRITICAL: "critical", MAJOR: "major", MINOR: "minor" },
  statuses: { ACTIVE: "Active", GRACE: "Grace period", SUSPENDED: "Suspended", LAPSED: "Lapsed", EXPELLED: "Expelled", WITHDRAWN: "Withdrawn" },
  sizes: { MICRO: "Micro", SMALL: "Small", MEDIUM: "Medium", LARGE: "Large" },
  products: {
    GRAIN_OIL: "Grain and oil", FRESH_PRODUCE: "Fruit and vegetables", MEAT_AQUATIC: "Meat and aquatic products", FOOD_DRINK: "Food and drink", DAILY_GOODS: "Daily goods",
    TEXTILES: "Textiles and clothing", HEALTH_GOODS: "Health goods", BUILDING_MATERIALS: "Building materials", HARDWARE: "Hardware", ELECTRONICS: "Electronics",
  },
  toFile: "See the holder’s public file",
};

const words: Record<Language, FirmWords> = { "zh-Hant": zhHant, "zh-Hans": zhHans, en };

/** The sentences of the public file in one language. */
export const firmWordsIn = (language: Language): FirmWords => words[language];

/** A sentence with what belongs in its braces. */
export const filled = (sentence: string, values: Readonly<Record<string, string | number>>): string =>
  sentence.replace(/\{(\w+)\}/g, (whole, name: string) => (name in values ? String(values[name]) : whole));

/** The sentence for an appeal as it stands. */
export const appealSentence = (t: FirmWords, standing: AppealStanding): string => t[`appeal${standing}`];
