import { type Clause, clausesOf, lastPlace, type PriceReason, readings, reasonsTold } from "./price-sentence.rules.ts";
import { chineseTelltales } from "./price-words-chinese.rules.ts";

/** Traditional characters of the words looked for, and their simplified forms: one list of words reads both scripts. */
const pairs = [
  "價价會会員员協协應应須须當当統统務务訂订製制為为與与準准漲涨調调減减產产銷销額额區区劃划場场佔占潤润優优讓让貨货計计數数規规廣广單单報报執执過过於于該该這这點点個个標标則则議议約约結结從从東东鎖锁範范圍围開开間间實实際际給给總总業业項项種种類类來来對对無无許许將将後后資资據据領领",
  "導导併并並并節节發发內内萬万億亿兩两違违幹干預预參参聯联縣县構构團团體体屬属處处罰罚嚴严術术動动滿满鄰邻爭争搶抢奪夺戶户僅仅獨独營营擴扩壓压縮缩購购進进釋释飽饱斷断維维穩稳齊齐聲声機机買买賣卖貴贵賤贱費费證证試试誤误虛虚騙骗詐诈憑凭運运輸输難难惡恶毀毁賂赂訊讯換换監监測测彙汇負负",
  "責责簽签達达權权擇择勻匀紀纪錄录壟垄賄贿視视傾倾採采轄辖噸吨倉仓庫库頭头龍龙贈赠禮礼遲迟遞递溝沟競竞頂顶紅红線线護护殺杀懲惩離离暫暂設设觸触攬揽詆诋細细時时說说討讨論论決决薦荐認认審审備备竄窜問问題题偽伪變变質质編编誘诱謀谋籤签樣样絕绝牽牵專专",
  "廠厂雞鸡隨随號号種种舉举獲获",
].join("");
const simplified = new Map<string, string>(Array.from({ length: pairs.length / 2 }, (_, place) => [pairs.charAt(place * 2), pairs.charAt(place * 2 + 1)]));

/** One script, one width, no space between characters. */
const inOneScript = (sentence: string): string =>
  [...sentence.normalize("NFKC").replace(/\s+/gu, "")].map((character) => simplified.get(character) ?? character).join("");

const bans =
  /不得|不可(?!抗)|不应|不能|不准|不许|不允许|不参与|不从事|不作|不与|不为|不以|不会|不再|不(?:制定|设定|订立|规定|建议|约定|公布|统一|干预|交换|讨论|限制|划分)|绝不|从不|亦不|也不|并不|禁止|严禁|杜绝|拒绝(?:参与|任何|加入)|防止|避免|切勿|勿|无权|无须|无需/u;
/** From here on something is asked again. */
const turns = /(?:而|但|并|且|则|即|均|都|仍)(?:应|须|必须|当|按|由|以)|而是|应当|必须|一律|^(?:由|应|须|统一|均|可|按|并|同时(?!不)|各会员|全体|所有会员|会员(?:应|须|统一|一律|按))|改为|改按|改由/u;

/** A sentence that closes by forbidding or punishing what it names: `…的，予以處分`. */
const banAfter = /(?:行为|者|的|均|一律)[,，]?.{0,8}(?:禁止|不被允许|不允许|违法|违规|无效|予以(?:处分|通报|处理|追究|移送|警告)|给予(?:处分|警告)|移送)/u;
/** The same words punish whoever stands aside from what was agreed: that enforces it. */
const enforced = /违者|违反|否则|不执行|未按|不按|不遵|拒绝者|拒不|不从|不配合/u;
/** Who comes upon such a thing is to tell or to refuse: `發現他人要求統一漲價的，會員應向主管部門舉報`. */
const comeUpon = /^(?:如|若|凡)?(?:发现|遇有?|获悉|得知|收到|被)/u;
const told = /举报|拒绝|报告|移送/u;
const asked = /应|须|必须|一律|按照|由/u;

/** Why a Chinese sentence, in either script, may not stand in a norm. */
export function reasonsInChinese(sentence: string): PriceReason[] {
  const clauses = clausesOf(inOneScript(sentence), /[,，;；:：]/u, { bans, turns });
  return reasonsTold(readings(clauses, bans), chineseTelltales, isForbidden);
}

function isForbidden(clause: Clause, end: number): boolean {
  const before = clause.text.slice(0, end);
  const [ban, turn] = [lastPlace(before, bans), lastPlace(before, turns)];
  if (ban > turn || (clause.isBanned && turn < 0)) return true;
  const rest = `${clause.text.slice(end)}，${clause.after}`;
  if (comeUpon.test(clause.text) && told.test(rest)) return true;
  return banAfter.test(rest) && !enforced.test(clause.text + rest) && !asked.test(before);
}
