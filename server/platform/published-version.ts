import { done, type Outcome, refused } from "./outcome.ts";

/** Enters a version that is not known yet. The same words again change nothing; the same number with other words is refused under `name`. */
export async function enterVersion<Version extends { digest: string }>(
  name: string, digest: string, known: Version | null, enter: () => Promise<Version>,
): Promise<Outcome<Version>> {
  if (known === null) return done(await enter());
  return known.digest === digest ? done(known) : refused("VERSION_DIFFERS", name);
}
