import type { Localized } from "../../kernel/language.ts";

/** A province, autonomous region, municipality or special administrative region under its code in GB/T 2260. */
export interface Region {
  code: string;
  name: Localized;
}

const region = (code: string, hant: string, hans: string, en: string): Region => ({ code, name: { "zh-Hant": hant, "zh-Hans": hans, en } });

export const regions: readonly Region[] = [
  region("110000", "北京", "北京", "Beijing"),
  region("120000", "天津", "天津", "Tianjin"),
  region("130000", "河北", "河北", "Hebei"),
  region("140000", "山西", "山西", "Shanxi"),
  region("150000", "內蒙古", "内蒙古", "Inner Mongolia"),
  region("210000", "遼寧", "辽宁", "Liaoning"),
  region("220000", "吉林", "吉林", "Jilin"),
  region("230000", "黑龍江", "黑龙江", "Heilongjiang"),
  region("310000", "上海", "上海", "Shanghai"),
  region("320000", "江蘇", "江苏", "Jiangsu"),
  region("330000", "浙江", "浙江", "Zhejiang"),
  region("340000", "安徽", "安徽", "Anhui"),
  region("350000", "福建", "福建", "Fujian"),
  region("360000", "江西", "江西", "Jiangxi"),
  region("370000", "山東", "山东", "Shandong"),
  region("410000", "河南", "河南", "Henan"),
  region("420000", "湖北", "湖北", "Hubei"),
  region("430000", "湖南", "湖南", "Hunan"),
  region("440000", "廣東", "广东", "Guangdong"),
  region("450000", "廣西", "广西", "Guangxi"),
  region("460000", "海南", "海南", "Hainan"),
  region("500000", "重慶", "重庆", "Chongqing"),
  region("510000", "四川", "四川", "Sichuan"),
  region("520000", "貴州", "贵州", "Guizhou"),
  region("530000", "雲南", "云南", "Yunnan"),
  region("540000", "西藏", "西藏", "Tibet"),
  region("610000", "陝西", "陕西", "Shaanxi"),
  region("620000", "甘肅", "甘肃", "Gansu"),
  region("630000", "青海", "青海", "Qinghai"),
  region("640000", "寧夏", "宁夏", "Ningxia"),
  region("650000", "新疆", "新疆", "Xinjiang"),
  region("710000", "台灣", "台湾", "Taiwan"),
  region("810000", "香港", "香港", "Hong Kong"),
  region("820000", "澳門", "澳门", "Macao"),
];

const byCode = new Map(regions.map((each) => [each.code, each]));

export const isRegion = (code: string): boolean => byCode.has(code);

/** The region of a code. Throws RangeError for a code that is none, since stored codes were checked. */
export function regionOf(code: string): Region {
  const found = byCode.get(code);
  if (!found) throw new RangeError(`${code} is no region`);
  return found;
}
