/** Why a password is not taken; null when it is. */
export type PasswordFault = "PASSWORD_TOO_SHORT" | "TOO_LONG" | "PASSWORD_TOO_COMMON" | null;

/** Length in characters. What makes a password strong is its length: no rule about kinds of letters. */
export const passwordLength = { least: 12, most: 256 };

const rows = ["qwertyuiop", "asdfghjkl", "zxcvbnm", "1234567890", "0987654321", "abcdefghijklmnopqrstuvwxyz", "1qaz2wsx3edc4rfv5tgb6yhn7ujm"];

/** The words most leaked passwords are built from. */
const worn = [
  "password", "passw0rd", "qwerty", "letmein", "welcome", "iloveyou", "admin", "administrator", "monkey", "dragon", "football", "baseball",
  "sunshine", "princess", "superman", "trustno1", "changeme", "secret", "login", "master", "shadow", "michael", "jordan", "woaini", "aini", "mima",
  "guildhall",
];

/** Judges a new password. `own` are words an outsider would try first: the person's name and address. */
export function passwordFault(password: string, own: readonly string[]): PasswordFault {
  const length = [...password].length;
  if (length < passwordLength.least) return "PASSWORD_TOO_SHORT";
  if (length > passwordLength.most) return "TOO_LONG";
  return isCommon(password.normalize("NFKC").toLowerCase(), own) ? "PASSWORD_TOO_COMMON" : null;
}

/** Common is what remains short once repetition, keyboard rows and worn words are taken out. */
function isCommon(password: string, own: readonly string[]): boolean {
  const words = [...worn, ...own.flatMap((text) => text.toLowerCase().split(/[\s@.]+/)).filter((word) => word.length > 2)];
  const bare = words.reduce((rest, word) => rest.replaceAll(word, "•"), password);
  return new Set(withoutRuns(bare)).size < 5;
}

/** Takes out every walk of four or more along a row of the keyboard or the alphabet. */
function withoutRuns(text: string): string {
  const walks = rows.flatMap((row) => [row, [...row].reverse().join("")]);
  let rest = text;
  for (let length = 10; length >= 4; length -= 1)
    for (const walk of walks)
      for (let from = 0; from + length <= walk.length; from += 1) rest = rest.replaceAll(walk.slice(from, from + length), "•");
  return rest;
}
