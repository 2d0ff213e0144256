import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

const root = resolve(import.meta.dirname, "../..");
const tree = mkdtempSync(join(tmpdir(), "guildhall-imports-"));
afterAll(() => rmSync(tree, { recursive: true, force: true }));

/** A small house in which everything is as it should be. */
const clean: Record<string, string> = {
  "server/kernel/grade.ts": `import { createHash } from "node:crypto"; import { Decimal } from "decimal.js"; export const grade = [createHash, Decimal];`,
  "server/platform/jobs.ts": `import "../kernel/grade.ts"; export const jobs = 1;`,
  "server/platform/graphql/node.ts": `import "type-graphql"; export const node = 1;`,
  "server/modules/members/member.rules.ts": `import { grade } from "../../kernel/grade.ts"; export const rules = grade;`,
  "server/modules/members/member.service.ts": `import { rules } from "./member.rules.ts"; import { jobs } from "../../platform/jobs.ts"; export const service = [rules, jobs];`,
  "server/modules/members/index.ts": `export { service } from "./member.service.ts";`,
  "server/modules/members/member.object.ts": `import "type-graphql"; import { node } from "../../platform/graphql/node.ts"; export const object = node;`,
  "server/modules/members/api.ts": `export { object } from "./member.object.ts";`,
  "server/modules/credit/credit.resolver.ts": `import { object } from "../members/api.ts"; import { service } from "../members/index.ts"; export const resolver = [object, service];`,
  "server/modules/credit/index.ts": `export const credit = 1;`,
  "server/schema.ts": `import { object } from "./modules/members/api.ts"; export const schema = object;`,
  "workers/queues.ts": `import "bullmq"; import "pdfkit"; import { service } from "../server/modules/members/index.ts"; export const queues = service;`,
  "seeds/run.ts": `import { service } from "../server/modules/members/index.ts"; export const run = service;`,
  "web/src/ui/button.tsx": `export const button = 1;`,
  "web/src/lib/client.ts": `export const client = 1;`,
  "web/src/features/members/page.tsx": `import { button } from "../../ui/button.tsx"; export const page = button;`,
  "web/src/features/credit/page.tsx": `export const page = 1;`,
};

/** Each breaks one rule: the rule, the file, and what it imports. */
const planted: [rule: string, file: string, text: string][] = [
  ["no-cycles", "server/platform/a.ts", `import type { B } from "./b.ts"; export type A = B;`],
  ["rules-are-pure", "server/modules/members/reads-files.rules.ts", `import "node:fs";`],
  ["rules-are-pure", "server/modules/members/parses.policy.ts", `import "zod";`],
  ["rules-are-pure", "server/modules/credit/borrows.rules.ts", `import "../members/index.ts";`],
  ["kernel-knows-nothing", "server/kernel/connected.ts", `import "node:net";`],
  ["kernel-knows-nothing", "server/kernel/technical.ts", `import "../platform/jobs.ts";`],
  ["platform-knows-no-module", "server/platform/curious.ts", `import "../modules/members/index.ts";`],
  ["members-looks-down", "server/modules/members/looks-up.ts", `import type { credit } from "../credit/index.ts"; export type Up = typeof credit;`],
  ["meet-at-the-door", "server/modules/credit/climbs.ts", `import "../members/member.service.ts";`],
  ["outsiders-knock", "server/app.ts", `import "./modules/members/member.rules.ts";`],
  ["outsiders-knock", "workers/climbs.ts", `import "../server/modules/members/member.rules.ts";`],
  ["api-door-is-for-the-api", "server/modules/credit/uses-api.service.ts", `import "../members/api.ts";`],
  ["api-door-is-for-the-api", "workers/uses-api.ts", `import "../server/modules/members/api.ts";`],
  ["services-without-graphql", "server/modules/credit/typed.service.ts", `import "type-graphql";`],
  ["services-without-graphql", "server/modules/credit/typed.queries.ts", `import "../../platform/graphql/node.ts";`],
  ["server-knows-no-worker", "server/impatient.ts", `import "../workers/queues.ts";`],
  ["web-knows-only-the-contract", "web/src/lib/borrows.ts", `import "../../../server/kernel/grade.ts";`],
  ["pdf-only-in-workers", "server/platform/draws.ts", `import "pdfkit";`],
  ["queue-only-in-workers", "server/platform/enqueues.ts", `import "bullmq";`],
  ["features-do-not-meet", "web/src/features/credit/neighbour.tsx", `import "../members/page.tsx";`],
  ["ui-and-lib-know-no-feature", "web/src/ui/knowing.tsx", `import "../features/members/page.tsx";`],
];

/** The other half of a circle is no second violation. */
const accomplice = { "server/platform/b.ts": `import type { A } from "./a.ts"; export type B = A;` };

const packages = ["bullmq", "decimal.js", "pdfkit", "type-graphql", "zod"];

function write(file: string, text: string): void {
  const path = join(tree, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** What the rules say of the tree, as `rule: file`. */
function violations(): string[] {
  const program = join(root, "node_modules/dependency-cruiser/bin/dependency-cruise.mjs");
  const config = join(root, "test/architecture/imports.cjs");
  const args = [program, "--config", config, "--output-type", "json", "server", "workers", "seeds", "web/src"];
  const { summary } = JSON.parse(execFileSync(process.execPath, args, { cwd: tree, encoding: "utf8", maxBuffer: 2 ** 26 })) as {
    summary: { violations: { from: string; rule: { name: string } }[] };
  };
  return summary.violations.map(({ rule, from }) => `${rule.name}: ${from}`).sort();
}

beforeAll(() => {
  write("tsconfig.json", `{ "compilerOptions": { "module": "ESNext", "moduleResolution": "bundler", "allowImportingTsExtensions": true, "noEmit": true } }`);
  for (const name of packages) {
    write(`node_modules/${name}/package.json`, JSON.stringify({ name, main: "index.js" }));
    write(`node_modules/${name}/index.js`, "");
  }
  for (const [file, text] of Object.entries(clean)) write(file, text);
});

test("a clean house passes", () => {
  expect(violations()).toEqual([]);
});

test("each planted violation is caught by its own rule and no other", () => {
  for (const [, file, text] of planted) write(file, text);
  for (const [file, text] of Object.entries(accomplice)) write(file, text);
  expect(violations()).toEqual(planted.map(([rule, file]) => `${rule}: ${file}`).sort());
});
