import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { breaksBetween } from "./breaks.ts";

/** `node --import tsx schema/compare.ts [ref]`: what breaks between the contract at a commit (origin/main, else main) and the one in this tree. */
const read = (name: string) => readFileSync(new URL(name, import.meta.url), "utf8");

function git(...args: string[]): string | null {
  try {
    return execFileSync("git", args, { cwd: import.meta.dirname, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  } catch {
    return null;
  }
}

const refs = process.argv[2] ? [process.argv[2]] : ["origin/main", "main", "HEAD"];
const ref = refs.find((name) => git("rev-parse", "--verify", "--quiet", `${name}^{commit}`) !== null);
const before = ref ? git("show", `${ref}:schema/schema.graphql`) : null;

if (process.argv[2] && !ref) {
  process.stderr.write(`There is no commit ${process.argv[2]}.\n`);
  process.exitCode = 1;
} else if (before === null) {
  process.stdout.write("There is no earlier contract to compare with.\n");
} else {
  const { unaccepted, dangerous } = breaksBetween(before, read("schema.graphql"), read("accepted-breaks.md"));
  for (const sentence of dangerous) process.stdout.write(`mind: ${sentence}\n`);
  for (const sentence of unaccepted) process.stderr.write(`breaks: ${sentence}\n`);
  if (unaccepted.length > 0) process.stderr.write("Callers would break. Deprecate instead, or let it through in schema/accepted-breaks.md.\n");
  process.exitCode = unaccepted.length > 0 ? 1 : 0;
}
