/** The unified social credit code of GB 32100-2015: authority, kind, division (6), organisation (9), check character. */

const alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const form = /^[0-9A-HJ-NP-RTUWXY]{2}[0-9]{6}[0-9A-HJ-NP-RTUWXY]{10}$/;

export type CreditCodeFault = "LENGTH" | "FORM" | "CHECK";

/** The code as it is stored, however it was typed: full-width letters, lower case, spaces and hyphens. */
export const writtenCreditCode = (typed: string): string => typed.normalize("NFKC").toUpperCase().replace(/[\s\p{Pd}]/gu, "");

/** What is wrong with a written code; null when nothing is. */
export function creditCodeFault(code: string): CreditCodeFault | null {
  if (code.length !== 18) return "LENGTH";
  if (!form.test(code)) return "FORM";
  return creditCodeCheck(code.slice(0, 17)) === code.charAt(17) ? null : "CHECK";
}

/** The eighteenth character for the seventeen before it: 31 less the weighted sum, modulo 31. */
export function creditCodeCheck(stem: string): string {
  const sum = weights.reduce((total, weight, place) => total + weight * alphabet.indexOf(stem.charAt(place)), 0);
  return alphabet.charAt((31 - (sum % 31)) % 31);
}
