import { randomBytes } from "node:crypto";

const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** A new opaque id such as `asm_01JD…`: the kind, then a ULID whose first ten letters are the time in milliseconds. */
export function newId(prefix: string, at: Date): string {
  return `${prefix}_${timePart(at.getTime())}${randomPart()}`;
}

/** The kind an id names, or null when the text is no id of this house. */
export function prefixOf(id: string): string | null {
  return /^([a-z]{2,5})_[0-9A-HJKMNP-TV-Z]{26}$/.exec(id)?.[1] ?? null;
}

function timePart(time: number): string {
  let rest = time;
  let letters = "";
  for (let place = 0; place < 10; place += 1) {
    letters = alphabet.charAt(rest % 32) + letters;
    rest = Math.floor(rest / 32);
  }
  return letters;
}

const randomPart = () => [...randomBytes(16)].map((byte) => alphabet.charAt(byte % 32)).join("");
