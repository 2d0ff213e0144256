import { generateSigningIdentity, readSigningIdentity, type SigningIdentity } from "../../server/platform/signing.ts";

/** A fresh identity of an association, made on the given day. */
export async function signingIdentity(association = "華南批發行業協會", at = new Date("2026-01-01T00:00:00Z")): Promise<SigningIdentity> {
  const { p12 } = await generateSigningIdentity(association, at, "a passphrase");
  return readSigningIdentity(p12, "a passphrase");
}
