import { execFileSync } from "node:child_process";

const FILE = "schema/schema.graphql";

/** The contract to compare with, and where it stands; or why there is none, and whether that is a fault. */
export type Earlier = { at: string; sdl: string } | { none: string; fault: boolean };

/**
 * Finds the contract before the one in a checkout's tree: that of the commit named; else that of main, where another branch is checked out; else, on main itself,
 * that of the last release, or the last that differs from what is committed. A history cut short is a fault, for it hides what to compare with.
 */
export function earlierContract(folder: string, named?: string): Earlier {
  const git = (...args: string[]): string | null => {
    try {
      return execFileSync("git", args, { cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trimEnd();
    } catch {
      return null;
    }
  };
  const commit = (ref: string) => git("rev-parse", "--verify", "--quiet", `${ref}^{commit}`);
  const contractAt = (ref: string): Earlier | null => {
    const sdl = git("show", `${ref}:${FILE}`);
    return sdl === null ? null : { at: ref, sdl };
  };

  if (named !== undefined) return contractAt(named) ?? { none: `There is no contract at ${named}.`, fault: true };
  const head = commit("HEAD");
  if (head === null) return { none: "This is no checkout with a history; there is no earlier contract to compare with.", fault: false };
  const main = ["origin/main", "main"].find((ref) => ![null, head].includes(commit(ref)));
  const release = git("describe", "--tags", "--abbrev=0", "HEAD^");
  const found = [main, release ?? lastDifferent(git)].map((ref) => (ref ? contractAt(ref) : null)).find((contract) => contract !== null);
  if (found) return found;
  const isCut = git("rev-parse", "--is-shallow-repository") === "true";
  return isCut ? { none: "The history is cut short: fetch all of it, or name a commit to compare with.", fault: true } : { none: "This is the first contract.", fault: false };
}

/** The newest commit whose contract is not the one at HEAD; HEAD itself while the tree holds a change to it. */
function lastDifferent(git: (...args: string[]) => string | null): string | null {
  if (git("diff", "--quiet", "HEAD", "--", FILE) === null) return "HEAD";
  const blob = (ref: string) => git("rev-parse", "--verify", "--quiet", `${ref}:${FILE}`);
  const present = blob("HEAD");
  const commits = git("log", "--format=%H", "HEAD", "--", FILE)?.split("\n") ?? [];
  return commits.find((ref) => ![null, present].includes(blob(ref))) ?? null;
}
