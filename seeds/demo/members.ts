import type { Localized } from "../../server/kernel/language.ts";
import type { Admission } from "../../server/modules/members/index.ts";

/** One firm of the demo story, there to show one thing. */
export interface DemoMember extends Omit<Admission, "admittedOn"> {
  /** `member01` to `member12`: what the other chapters call it. */
  key: string;
  /** A day of the story's calendar, or so many days before the story is told. */
  admittedOn: string | { daysAgo: number };
  shows: Localized;
}

const names = (hant: string, hans: string, en: string): Localized => ({ "zh-Hant": hant, "zh-Hans": hans, en });

/** The firms are invented; their codes have the form and the check character of real ones. */
export const demoMembers: readonly DemoMember[] = [
  {
    key: "member01", creditCode: "91440106MA5C3H8K4B", region: "440000", sizeClass: "MEDIUM", productLines: ["GRAIN_OIL", "FOOD_DRINK"], admittedOn: "2019-04-18", language: "zh-Hans",
    name: names("廣州合穗糧油批發有限公司", "广州合穗粮油批发有限公司", "Guangzhou Hesui Grain and Oil Wholesale Co., Ltd."),
    shows: names("模範會員：首日簽署公約，自評有文件佐證，各項達標", "模范会员：首日签署公约，自评有文件佐证，各项达标", "The model member: signed on the first day, documents behind its figures, all targets met"),
  },
  {
    key: "member02", creditCode: "91330106MA2B7QPL0N", region: "330000", sizeClass: "LARGE", productLines: ["DAILY_GOODS", "TEXTILES"], admittedOn: "2020-09-01", language: "zh-Hans",
    name: names("杭州聚江百貨批發有限公司", "杭州聚江百货批发有限公司", "Hangzhou Jujiang General Goods Wholesale Co., Ltd."),
    shows: names("遲遲未簽公約：規模大、成績好，也一樣列為發現事項", "迟迟未签公约：规模大、成绩好，也一样列为发现事项", "Never signed the pledge: large and good at its trade, and a finding all the same"),
  },
  {
    key: "member03", creditCode: "91310115MA1FL4NT1B", region: "310000", sizeClass: "MEDIUM", productLines: ["FOOD_DRINK"], admittedOn: "2018-06-12", language: "en",
    name: names("上海浦灣食品貿易有限公司", "上海浦湾食品贸易有限公司", "Shanghai Puwan Food Trading Co., Ltd."),
    shows: names("自評逾期：內容不差，但過了期限才交", "自评逾期：内容不差，但过了期限才交", "A late self-assessment: sound in itself, handed in after its day"),
  },
  {
    key: "member04", creditCode: "91440305MA5G9RD22E", region: "440000", sizeClass: "LARGE", productLines: ["ELECTRONICS"], admittedOn: "2021-03-22", language: "zh-Hant",
    name: names("深圳訊創電子批發有限公司", "深圳讯创电子批发有限公司", "Shenzhen Xunchuang Electronics Wholesale Co., Ltd."),
    shows: names("全憑自報：數字亮眼而無佐證，得分因此受限", "全凭自报：数字亮眼而无佐证，得分因此受限", "Everything self-declared: brilliant figures with nothing behind them, and points held back for it"),
  },
  {
    key: "member05", creditCode: "91370203MA3N6W7E2X", region: "370000", sizeClass: "SMALL", productLines: ["MEAT_AQUATIC"], admittedOn: "2022-01-10", language: "zh-Hant",
    name: names("青島汐港水產批發有限公司", "青岛汐港水产批发有限公司", "Qingdao Xigang Aquatic Wholesale Co., Ltd."),
    shows: names("零投訴：處理率沒有分母，標「無數據」，不算零分也不算滿分", "零投诉：处理率没有分母，标“无数据”，不算零分也不算满分", "Not one complaint: its rates have no denominator and read “no data”, neither nought nor full marks"),
  },
  {
    key: "member06", creditCode: "91510107MA6CK3JU2U", region: "510000", sizeClass: "MEDIUM", productLines: ["FOOD_DRINK", "GRAIN_OIL"], admittedOn: "2019-11-05", language: "zh-Hans",
    name: names("成都錦味調味品批發有限公司", "成都锦味调味品批发有限公司", "Chengdu Jinwei Condiments Wholesale Co., Ltd."),
    shows: names("投訴處理慢：及時率不足八成，檢查據此立項", "投诉处理慢：及时率不足八成，检查据此立项", "Slow with complaints: fewer than eight in ten in time, which the audit finds"),
  },
  {
    key: "member07", creditCode: "91320505MA1Y8HT47Y", region: "320000", sizeClass: "SMALL", productLines: ["TEXTILES"], admittedOn: "2023-05-16", language: "zh-Hans",
    name: names("蘇州雲錦紡織品批發有限公司", "苏州云锦纺织品批发有限公司", "Suzhou Yunjin Textiles Wholesale Co., Ltd."),
    shows: names("填到一半：打開任務清單，接著填完自評", "填到一半：打开任务清单，接着填完自评", "Half-way through: open the task list and finish its self-assessment"),
  },
  {
    key: "member08", creditCode: "91350206MA31P5QX9X", region: "350000", sizeClass: "MEDIUM", productLines: ["BUILDING_MATERIALS"], admittedOn: "2020-02-27", language: "en",
    name: names("廈門鷺嶼建材批發有限公司", "厦门鹭屿建材批发有限公司", "Xiamen Luyu Building Materials Wholesale Co., Ltd."),
    shows: names("等待審核：自評已交，排在專員的待辦之中", "等待审核：自评已交，排在专员的待办之中", "Waiting for review: handed in, and next in the officers' queue"),
  },
  {
    key: "member09", creditCode: "91420106MA4K2D9F9B", region: "420000", sizeClass: "SMALL", productLines: ["HEALTH_GOODS"], admittedOn: "2021-08-30", language: "zh-Hans",
    name: names("武漢楚康保健品批發有限公司", "武汉楚康保健品批发有限公司", "Wuhan Chukang Health Goods Wholesale Co., Ltd."),
    shows: names("退回補正：專員逐題說明，會員待改", "退回补正：专员逐题说明，会员待改", "Sent back: an officer asked for changes answer by answer"),
  },
  {
    key: "member10", creditCode: "91410105MA44B6RN4P", region: "410000", sizeClass: "MEDIUM", productLines: ["FRESH_PRODUCE"], admittedOn: "2017-10-09", language: "zh-Hans",
    name: names("鄭州豫源果蔬批發有限公司", "郑州豫源果蔬批发有限公司", "Zhengzhou Yuyuan Fruit and Vegetable Wholesale Co., Ltd."),
    shows: names("問題最多：公約未簽、自評未交，離除名只差程序", "问题最多：公约未签、自评未交，离除名只差程序", "Worst of all: no pledge, no self-assessment, and only due process between it and the door"),
  },
  {
    key: "member11", creditCode: "91440606MA4WGY2146", region: "440000", sizeClass: "MICRO", productLines: ["HARDWARE"], admittedOn: { daysAgo: 10 }, language: "zh-Hans",
    name: names("佛山順匠五金批發有限公司", "佛山顺匠五金批发有限公司", "Foshan Shunjiang Hardware Wholesale Co., Ltd."),
    shows: names("新會員：從閱讀並簽署公約開始", "新会员：从阅读并签署公约开始", "A newcomer: begin by reading and signing the pledge"),
  },
  {
    key: "member12", creditCode: "91120116MA06T3HC5U", region: "120000", sizeClass: "MICRO", productLines: ["DAILY_GOODS"], admittedOn: "2022-12-01", language: "zh-Hans",
    name: names("天津海河日用品批發有限公司", "天津海河日用品批发有限公司", "Tianjin Haihe Daily Goods Wholesale Co., Ltd."),
    shows: names("資料太少：可評的指標不夠，等級列「未評級」", "资料太少：可评的指标不够，等级列“未评级”", "Too little to go by: not enough to be rated, and therefore not rated"),
  },
];
