import { createHmac, hkdfSync, randomBytes, timingSafeEqual } from "node:crypto";
import { sha256 } from "../../kernel/digest.ts";
import { sealText, unsealText } from "../../platform/sealing.ts";

/** A random 256-bit token as text a URL and a cookie can carry. */
export const newToken = (): string => randomBytes(32).toString("base64url");

/** What is kept of a token: nobody who reads the database can use it. */
export const tokenDigest = (token: string): string => sha256(token);

const letters = "ABCDEFGHJKMNPQRSTVWXYZ23456789";

/** Ten codes such as `K7PM-2RXA-TT9C-W4HE`, about 78 bits each. */
export const newRecoveryCodes = (): string[] =>
  Array.from({ length: 10 }, () => Array.from({ length: 4 }, () => lettersAtRandom(4)).join("-"));

/** Written by hand, a code may come in lower case and without its dashes. */
export const recoveryDigest = (code: string): string => sha256(code.toUpperCase().replace(/[^A-Z0-9]/g, ""));

function lettersAtRandom(count: number): string {
  const unbiased = 256 - (256 % letters.length);
  let text = "";
  while (text.length < count) for (const byte of randomBytes(8)) if (byte < unbiased && text.length < count) text += letters.charAt(byte % letters.length);
  return text;
}

/** What is done with the portal's own keys: sealing second factors, knowing devices again, naming addresses without telling them. */
export class IdentitySecrets {
  private readonly sealing: Buffer;
  private readonly naming: Buffer;
  private readonly devices: Buffer;

  constructor({ portalSecret, sessionSecret }: { portalSecret: string; sessionSecret: string }) {
    this.sealing = derived(portalSecret, "totp");
    this.naming = derived(portalSecret, "names");
    this.devices = derived(sessionSecret, "devices");
  }

  /** Encrypts a text for whom it belongs to. */
  seal(text: string, owner: string): string {
    return sealText(this.sealing, text, owner);
  }

  /** Throws when the text was altered, belongs to somebody else or was sealed with another secret. */
  unseal(sealed: string, owner: string): string {
    return unsealText(this.sealing, sealed, owner);
  }

  /** The same for the same text, and meaningless without the key: for counting addresses and accounts. */
  nameOf(text: string): string {
    return createHmac("sha256", this.naming).update(text).digest("hex");
  }

  /** A mark for a browser in which this account was signed in to. */
  newDevice(email: string): string {
    const nonce = randomBytes(16).toString("base64url");
    return `${nonce}.${this.deviceProof(email, nonce)}`;
  }

  /** What the device is counted under; null when the mark is not ours or belongs to another account. */
  deviceOf(email: string, mark: string | undefined): string | null {
    const [nonce = "", proof = ""] = mark?.split(".") ?? [];
    const expected = Buffer.from(this.deviceProof(email, nonce));
    const given = Buffer.from(proof);
    return given.length === expected.length && timingSafeEqual(given, expected) ? this.nameOf(nonce) : null;
  }

  private deviceProof(email: string, nonce: string): string {
    return createHmac("sha256", this.devices).update(JSON.stringify([email, nonce])).digest("base64url");
  }
}

const derived = (secret: string, purpose: string) => Buffer.from(hkdfSync("sha256", secret, "guildhall", purpose, 32));
