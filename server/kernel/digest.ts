import { createHash } from "node:crypto";
import { canonicalJson } from "./canonical-json.ts";

/** SHA-256 in lower-case hexadecimal: 64 letters; text is digested as UTF-8. */
export const sha256 = (bytes: Buffer | string): string => createHash("sha256").update(bytes).digest("hex");

/** SHA-256 of a value's canonical JSON, in lower-case hexadecimal. Throws where there is none. */
export const digestOf = (value: unknown): string => sha256(canonicalJson(value));
