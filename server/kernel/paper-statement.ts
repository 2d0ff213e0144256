import { sha256 } from "./digest.ts";

/** What the signature of a paper states: its number, and SHA-256 of the one text of its facts. */
export const paperStatement = (number: string, facts: string): string => `${number} facts sha256:${sha256(facts)}`;
