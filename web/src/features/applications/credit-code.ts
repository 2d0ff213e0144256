const alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const form = /^[0-9A-HJ-NP-RTUWXY]{2}[0-9]{6}[0-9A-HJ-NP-RTUWXY]{10}$/;

/** The unified social credit code as the house stores it, however it was typed. */
export const writtenCode = (typed: string): string => typed.normalize("NFKC").toUpperCase().replace(/[\s\p{Pd}]/gu, "");

/** Whether a code has the form and the check character of GB 32100-2015, so that a slip shows while it is typed; the house judges again. */
export function isSoundCode(typed: string): boolean {
  const code = writtenCode(typed);
  const sum = weights.reduce((total, weight, place) => total + weight * alphabet.indexOf(code.charAt(place)), 0);
  return form.test(code) && code.charAt(17) === alphabet.charAt((31 - (sum % 31)) % 31);
}
