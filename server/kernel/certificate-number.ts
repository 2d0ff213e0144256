/** Numbers of certificates such as `GH-2026-000123-V`: house, year, serial, and a check character after ISO 7064 MOD 37,36. */

const alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/** What a number is written from: a prefix, a year of four digits, and a serial of at most nine. */
export interface CertificateNumberParts {
  /** Two to six capital letters that stand for the association. */
  prefix: string;
  year: number;
  serial: number;
}

/** The number of these parts, with its check character. Throws RangeError when a part does not fit the form. */
export function certificateNumber({ prefix, year, serial }: CertificateNumberParts): string {
  const stem = `${prefix}-${year}-${String(serial).padStart(6, "0")}`;
  if (!form.test(`${stem}-0`)) throw new RangeError(`no certificate can be numbered ${stem}`);
  return `${stem}-${checkCharacter(stem)}`;
}

/** The number in its written form however it was typed (case, spaces, missing hyphens), or null when it is none or its check character is wrong. */
export function readCertificateNumber(typed: string): string | null {
  const letters = typed.normalize("NFKC").toUpperCase().replace(/[\s\p{Pd}]/gu, "");
  const written = letters.slice(0, 40).replace(/^([A-Z]{2,6})(\d{4})(\d{6,9})([0-9A-Z])$/, "$1-$2-$3-$4");
  const [stem, check] = [written.slice(0, -2), written.slice(-1)];
  return form.test(written) && checkCharacter(stem) === check ? written : null;
}

const form = /^[A-Z]{2,6}-[1-9]\d{3}-\d{6,9}-[0-9A-Z]$/;

/** ISO 7064, hybrid system MOD 37,36, over letters and digits; hyphens do not count. */
function checkCharacter(stem: string): string {
  let sum = 36;
  for (const letter of stem.replaceAll("-", "")) {
    const passed = (sum + alphabet.indexOf(letter)) % 36 || 36;
    sum = (passed * 2) % 37;
  }
  return alphabet.charAt((37 - sum) % 36);
}
