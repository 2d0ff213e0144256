import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { lexicographicSortSchema, printSchema } from "graphql";
import { createSchema } from "../server/schema.ts";

/** `npm run schema` writes the contract; with `--check` it only says whether the file still tells the truth. */
const file = new URL("schema.graphql", import.meta.url);
const printed = `# The contract, printed by \`npm run schema\`. Change the resolvers, not this file.\n\n${printSchema(lexicographicSortSchema(createSchema()))}\n`;
const written = existsSync(file) ? readFileSync(file, "utf8") : "";

if (!process.argv.includes("--check")) {
  writeFileSync(file, printed);
} else if (written !== printed) {
  const lines = written.split("\n");
  const line = printed.split("\n").findIndex((text, index) => text !== lines[index]) + 1;
  process.stderr.write(`schema/schema.graphql differs from the server's contract, first in line ${line}: run \`npm run schema\` and commit it.\n`);
  process.exitCode = 1;
}
