import type { PriceReason, Telltale } from "./price-sentence.rules.ts";

const prices = "(?:prices?|pricing|price levels?|quotations?|price lists?)";
const house = "(?:association|council|committee|board|chamber|guild|meeting|secretariat|general assembly|lead(?:ing)? member)";
const rivals = "(?:members|competitors|wholesalers|firms|each other|one another|together|jointly|among themselves|among members|with (?:other members|competitors|one another|each other))";
const measure = "(?:yuan|CNY|RMB|¥|￥|\\$|dollars?|USD|HKD|NT\\$)";
const figure = "(?:\\d[\\d.,]*|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty|half)";
const share = `(?:${figure} ?(?:%|per ?cent|percent|percentage points?))`;
const forbidding = "(?:(?:shall|must|may|should|will|can|do|does) not|cannot|no member|never|neither|is forbidden to|are forbidden to|prohibited from)";
const gap = (most: number) => `(?:\\W+[\\w'%]+){0,${most}}?\\W+`;
const below = "(?:below|under|less than|lower than|lower|above|over|more than|higher than|exceed(?:s|ing)?|beyond|at least|no less than|not less than|no more than)";

const lawful = /\b(?:government|statutory|by law|the law|state|authority|authorities|regulator)\b/iu;
const ownCost = /\b(?:its|their|the seller's|one's|own)\s+(?:own\s+)?costs?\b|\bbelow cost\b/iu;
const tradeCost = /\b(?:average|industry|trade|association|common)\b[^,]{0,20}\bcosts?\b|\bcosts? of the (?:trade|industry|sector)\b/iu;
const shown = /\b(?:marked|displayed|shown|quoted to|agreed with (?:the|its|a) (?:customer|buyer)|in the contract|under the contract|contract price)\b/iu;
const buyer = /\b(?:customers?|buyers?|consumers?|contract)\b/iu;
const own = /\b(?:its|their|his) own (?:selling )?(?:prices?|pricing|margins?|discounts?)\b|\bindependently\b|\bby itself\b|\balone\b/iu;
const reporting = /\breports?\b|\breported\b|\bmonitor|\bwatch\b|\baggregates?\b|\bindex\b|\bstatistics\b|\bexplain|\bmovements?\b/iu;
const deceit = /\b(?:false|misleading|fictitious|invented|deceptive|sham|fake)\b/iu;
const collusion = /\b(?:agree|agrees|agreement|collude|concert|conspire|jointly|together|in concert)\b/iu;

const words = (...parts: string[]) => new RegExp(parts.map((part) => `\\b${part}`).join("|"), "iu");
const any = (...sources: RegExp[]) => new RegExp(sources.map(({ source }) => source).join("|"), "iu");
const ordains = (reason: PriceReason, when: RegExp, unless?: RegExp): Telltale => ({ reason, kind: "ordains", when, ...(unless && { unless }) });
const restrains = (reason: PriceReason, when: RegExp, unless?: RegExp): Telltale => ({ reason, kind: "restrains", when, ...(unless && { unless }) });

const priceTells: Telltale[] = [
  ordains("PRICE", words(`(?:uniform|common|standard|agreed|fixed|minimum|maximum|floor|ceiling|recommended|guid(?:e|ance|eline)|reference|suggested|target|identical|same|joint|capped)(?: \\w+){0,3} ${prices}`, `(?:price|pricing) (?:floors?|ceilings?|caps?|bands?|ranges?|corridors?)`, `(?:floor|ceiling|cap|minimum|maximum)(?: for| on| of)(?: \\w+){0,2} ${prices}`), any(lawful, reporting, /price tags?|price labels?/iu)),
  ordains("PRICE", words(`${prices}(?: \\w+){0,6} (?:shall|must|should|will|are|is|be|are to)(?: be)?(?: \\w+)? (?:uniform|fixed|identical|the same|equal|harmonised|harmonized|aligned|capped|kept at|set at|set by|agreed by|agreed among|agreed at|determined by|decided by|approved by|published by|fixed by|co-?ordinated)`), any(lawful, own, shown)),
  ordains("PRICE", words(`${house}${gap(4)}(?:sets?|fix(?:es)?|agrees?|determines?|decides?|publish(?:es)?|issues?|approves?|recommends?|coordinates?|negotiates?|suggests?|announces?|imposes?)${gap(5)}${prices}`, `(?:set|fixed|agreed|determined|decided|published|issued|approved|recommended|suggested|announced)(?: upon)? (?:by|at|in)${gap(3)}${house}${gap(6)}${prices}`), any(own, lawful, reporting)),
  ordains("PRICE", words(`${prices}${gap(6)}(?:set|fixed|agreed|determined|decided|published|issued|approved|recommended|suggested|announced|laid down|endorsed)(?: upon)? (?:by|at|in|with)${gap(3)}(?:${house}|members|competitors|other members)`, `(?:approval|consent|permission|agreement) of the ${house}${gap(8)}${prices}`, `${prices}${gap(8)}(?:approval|consent|permission|agreement) of the ${house}`, `${prices}${gap(8)}${house}${gap(2)}for (?:approval|consent)`), any(lawful, shown, reporting)),
  ordains("PRICE", words(`${rivals}${gap(4)}(?:agree|set|fix|discuss|exchange|share|coordinate|co-ordinate|negotiate|align|harmonise|harmonize|consult)(?: on| upon| about)?${gap(4)}(?:${prices}|bids)`, `(?:inform|tell|notify|warn)s?(?: \\w+){0,2} (?:each other|one another|other members|competitors)${gap(6)}${prices}`, `(?:agree|exchange|discuss|coordinate|align|consult)(?: on| upon)?${gap(4)}(?:${prices}|bids)${gap(4)}(?:with (?:other members|competitors|one another|each other)|among (?:members|themselves))`), any(own, buyer)),
  ordains("PRICE", words(`(?:raise|raises|increase|increases|lower|lowers|reduce|reduces|cut|cuts|adjust|adjusts|lift|lifts)(?: \\w+){0,4} ${prices}${gap(6)}(?:${share}|${figure} ${measure}|together|jointly|simultaneously|at the same time|in step|in concert)`, `(?:shall|must|should|will|are to)(?: all| jointly| together)? (?:raise|increase|lift|hold up)(?: \\w+){0,4} ${prices}`, `${prices}(?: \\w+){0,3} (?:shall|must|should|will|are to|are) (?:be )?(?:raised|increased|lifted|adjusted|lowered|reduced|cut)`), any(reporting, /\bif\b|\bwhere\b|\bwhen\b/iu)),
  ordains("PRICE", words(`${figure} ?${measure}(?: \\w+)? (?:per|a|an|each|for)\\b`, `${prices}${gap(6)}${measure} ?${figure}`, `sells?${gap(5)}(?:at|for) ${measure}? ?${figure}`)),
  ordains("PRICE", words(`(?:keep|keeps|maintain|maintains|hold|holds)(?: \\w+){0,3} ${prices}(?: \\w+){0,3} (?:unchanged|level|levels|constant|at|above|below|identical)`), buyer),
  restrains("PRICE", words(`${prices}${gap(5)}(?:fall|drop|go|rise|be|is|are|sink|differ|deviate|depart)${gap(2)}(?:${below}|from|by)${gap(3)}(?:${figure}|${measure}|the|that|those|this)`, `${forbidding}${gap(4)}(?:sell|sells|supply|quote|offer|charge|buy|trade)s?${gap(5)}${below}(?: the| a| an)?${gap(3)}(?:${prices}|level|floor|${figure}|costs?)`, `(?:sell|sells|quote|charge)${gap(4)}(?:at least|no less than|not less than|no more than|at most)${gap(2)}(?:${figure}|${measure}|the)`), new RegExp(`^(?!.*(?:${tradeCost.source}))(?:.*(?:${ownCost.source}|${shown.source}|${lawful.source}|${reporting.source}))`, "iu")),
  restrains("PRICE", words(`below${gap(4)}(?:average|industry|trade|association|common)${gap(3)}costs?`, `below${gap(3)}costs? of the (?:trade|industry|sector)`)),
  restrains("PRICE", words(`${forbidding}${gap(4)}(?:lower|reduce|cut|drop|change|adjust)s?(?: \\w+){0,3} ${prices}`, `${forbidding}${gap(3)}(?:undercut|compete on price)`, `(?:refrains? from|avoids?) (?:lowering|cutting|reducing|undercutting)(?: \\w+){0,3} ${prices}`, `${forbidding}${gap(3)}(?:set|decide|determine)s?(?: \\w+){0,2} own ${prices}`), any(collusion, deceit, buyer)),
  restrains("PRICE", /\bprice wars?\b/iu),
  restrains("PRICE", words(`(?:undercut|undercuts|undercutting|departs? from|deviates? from|below|ignores?)${gap(3)}(?:agreed|common|recommended|published|minimum|association's|uniform)${gap(2)}${prices}`), any(buyer, lawful)),
];

const margin = "(?:margins?|mark-?ups?|profit margins?|profits?|profit rates?)";
const marginTells: Telltale[] = [
  restrains("MARGIN", words(`${margin}${gap(5)}(?:exceed|(?:fall|drop|go|be|lie|stay)${gap(2)}(?:${below}|between|within))`, `${forbidding}${gap(4)}${below}${gap(3)}${margin}`), any(lawful, /\bbe (?:decided|set|determined) by each\b/iu, own)),
  ordains("MARGIN", words(`(?:uniform|common|minimum|maximum|fixed|standard|agreed|same|target|capped)(?: \\w+){0,3} ${margin}`, `${margin}${gap(5)}(?:of at least|at least|at most|limited to|capped at|fixed at|of ${share}|${share}|between)`, `${share}${gap(2)}${margin}`, `(?:agree|fix|set|limit|coordinate|cap)(?:s)?(?: on)?${gap(3)}${margin}`), any(own, lawful)),
];

const discount = "(?:discounts?|rebates?|price reductions?|allowances?|promotional offers?|special offers?)";
const discountTells: Telltale[] = [
  restrains("DISCOUNT", words(`${discount}${gap(4)}(?:exceed|be (?:more|higher|greater|larger|lower|less)|go beyond)`, `no ${discount}${gap(4)}(?:granted|given|offered|allowed)`, `${forbidding}${gap(3)}(?:offer|grant|give|allow|advertise|make)s?${gap(3)}${discount}`), any(deceit, collusion, /\bbribe|\bdiscriminat/iu)),
  ordains("DISCOUNT", words(`(?:uniform|common|maximum|minimum|fixed|standard|agreed|same|capped)(?: \\w+){0,3} ${discount}`, `${discount}${gap(5)}(?:limited to|capped at|at most|up to|no more than|of at most|fixed at|${share}|uniform|identical|the same|approval of|approved by|agreed (?:by|with|among))`, `${share} ${discount}`, `(?:agree|fix|limit|coordinate|cap)(?:s)?(?: on)?${gap(2)}${discount}`), any(own, buyer, deceit)),
];

const formulaTells: Telltale[] = [
  ordains("FORMULA", words("(?:pricing|price) (?:formula|formulae|algorithms?|models?|method|coefficients?)", `(?:formula|algorithm|model)${gap(6)}${prices}`, "cost[- ]plus", `${prices}${gap(6)}(?:formula|algorithm)`, `costs?(?: \\w+){0,3} plus (?:a |an )?(?:\\w+ )?(?:${share}|mark-?up|margin)`), any(own, reporting)),
];

const output = "(?:output|production|supply|supplies|sales volumes?|volumes?|deliveries|capacity|purchases|quantities|stocks?)";
const unsafe = /\b(?:unsafe|recall|counterfeit|expired|defective|damaged|substandard|danger)/iu;
const outputTells: Telltale[] = [
  ordains("OUTPUT", words(`(?:limit|limits|reduce|reduces|cut|cuts|restrict|restricts|cap|caps|curb|curbs|withhold|withholds|suspend|suspends|hold back|freeze|lower|lowers)(?: \\w+){0,4} ${output}`, `${output}(?: \\w+){0,4} (?:shall|must|should|will|are|is|be|are to) (?:be )?(?:limited|reduced|cut|restricted|capped|allocated|set by|fixed|frozen|shared|decided by)`, "quotas?\\b", "limit of supply", "sales(?: \\w+){0,3} (?:limited|capped|restricted) to"), any(unsafe, lawful)),
  restrains("OUTPUT", words(`${output}(?: \\w+){0,3} not (?:be )?(?:expanded|increased|raised|enlarged)`, `${output}${gap(6)}(?:shall|must|may|should|will) not (?:exceed|be more|rise|go)`, `${forbidding}${gap(3)}(?:increase|expand|raise)s?(?: \\w+){0,3} ${output}`, `${forbidding}${gap(4)}(?:sell|supply|produce|buy)s?${gap(2)}more than ${figure}`), any(unsafe, collusion)),
];

const region = "(?:markets?|territor(?:y|ies)|regions?|areas?|districts?|customers?|sales channels?)";
const unfair = /\b(?:unfair|false|falsehood|bribe|bribery|secrets?|disparag|deceit|deceptive|misleading|personal data)/iu;
const marketTells: Telltale[] = [
  ordains("MARKET", words(`(?:divide|divides|allocate|allocates|share out|split|splits|partition|assign|assigns|reserve|reserves|distribute)(?: \\w+){0,4} ${region}`, `${region}(?: \\w+){0,3} (?:shall|must|are|is|will|be) (?:be )?(?:divided|allocated|shared out|split|assigned|reserved)`, `(?:keep|keeps|maintain|maintains|hold|holds|fix|fixes|freeze)(?: \\w+){0,3} market shares?`, `market shares?${gap(5)}(?:fixed|allocated|limited|capped|maintained|${share})`, "(?:determine|fix|set|allocate|decide)s?(?: [\\w']+){0,4} shares? of the market", `sells? only (?:in|to|within)${gap(4)}(?:region|territory|area|district|customers|province|city)`, `only (?:in|within) (?:its|their) (?:own |assigned |allotted )?(?:region|territory|area|district)`, `(?:serves?|suppl(?:y|ies)|sells? to)(?: \\w+){0,3} (?:own|assigned|allotted) ${region}(?: \\w+)? only`, "division of markets"), any(lawful)),
  restrains("MARKET", words(`${forbidding}${gap(4)}(?:outside|beyond) (?:its|their|the)${gap(2)}(?:region|territory|area|district)`, `${forbidding}${gap(3)}(?:approach|solicit|serve|supply|quote to|poach|canvass|sell to|court|take|win)${gap(4)}customers (?:of|from|served by|who buy from)`, "market shares?(?: \\w+){0,3} (?:shall|must|may) not exceed"), unfair),
];

export const englishTelltales: readonly Telltale[] = [...priceTells, ...marginTells, ...discountTells, ...formulaTells, ...outputTells, ...marketTells];
