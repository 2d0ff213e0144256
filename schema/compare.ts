import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { breaksBetween } from "./breaks.ts";
import { earlierContract } from "./earlier-contract.ts";

/** `node --import tsx schema/compare.ts [ref]`: what breaks between an earlier contract and the one in this tree. */
const read = (name: string) => readFileSync(new URL(name, import.meta.url), "utf8");

const earlier = earlierContract(fileURLToPath(new URL("..", import.meta.url)), process.argv[2]);
if ("none" in earlier) {
  (earlier.fault ? process.stderr : process.stdout).write(`${earlier.none}\n`);
  process.exitCode = earlier.fault ? 1 : 0;
} else {
  process.stdout.write(`compared with the contract at ${earlier.at}\n`);
  const { unaccepted, dangerous } = breaksBetween(earlier.sdl, read("schema.graphql"), read("accepted-breaks.md"));
  for (const sentence of dangerous) process.stdout.write(`mind: ${sentence}\n`);
  for (const sentence of unaccepted) process.stderr.write(`breaks: ${sentence}\n`);
  if (unaccepted.length > 0) process.stderr.write("Callers would break. Deprecate instead, or let it through in schema/accepted-breaks.md.\n");
  process.exitCode = unaccepted.length > 0 ? 1 : 0;
}
