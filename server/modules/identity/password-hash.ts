import { randomBytes } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";

/** OWASP's second choice for argon2id: 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Letters that look alike to a person are alike to the hash. */
const plain = (password: string) => password.normalize("NFKC");

export const hashPassword = (password: string): Promise<string> => hash(plain(password), cost);

/** Whether a password fits; without a hash it takes as long and says no. */
export async function passwordFits(passwordHash: string | null, password: string): Promise<boolean> {
  const fits = await verify(passwordHash ?? (await nobodys()), plain(password));
  return fits && passwordHash !== null;
}

let hashOfNobody: Promise<string> | null = null;

/** A hash no password fits, of the same cost as any other. */
const nobodys = () => (hashOfNobody ??= hash(randomBytes(32), cost));
