import type { NoteSigner } from "./platform/checkpoint.ts";
import { noteSignerOf, type SigningIdentity } from "./platform/signing.ts";

/** The name and key under which a house seals its journal; the key follows from the one that signs its papers. */
export const journalSigner = (identity: SigningIdentity, publicUrl: string): NoteSigner =>
  noteSignerOf(identity, `${new URL(publicUrl).host}/journal`);
