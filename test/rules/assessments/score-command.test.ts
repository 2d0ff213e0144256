import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Command } from "commander";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

import { register } from "../../../server/cli/assessment-score.ts";
import { scoreAssessment } from "../../../server/modules/assessments/index.ts";
import { exampleAnswers, exampleWith, halfYear, scheme } from "./example.ts";

const reference = (path: string) => fileURLToPath(new URL(`../../../seeds/reference/${path}`, import.meta.url));
const schemeFile = reference("schemes/service-quality.v1.json");
let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "guildhall-score-"));
});
afterEach(() => {
  process.exitCode = undefined;
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

async function run(...options: string[]): Promise<{ output: string; code: number }> {
  const written: string[] = [];
  vi.spyOn(process.stdout, "write").mockImplementation((chunk) => written.push(String(chunk)) > 0);
  const program = new Command();
  register(program);
  await program.parseAsync(["assessment", "score", ...options], { from: "user" });
  vi.restoreAllMocks();
  return { output: written.join(""), code: Number(process.exitCode ?? 0) };
}

const sheet = (content: unknown): string => {
  const file = join(folder, "answers.json");
  writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content));
  return file;
};

async function problems(content: unknown): Promise<{ code: string; path: string }[]> {
  const { output, code } = await run("--scheme", schemeFile, "--answers", sheet(content), "--json");
  expect(code).toBe(1);
  return (JSON.parse(output) as { problems: { code: string; path: string }[] }).problems;
}

describe("assessment score", () => {
  test("prints the very tree the portal computes", async () => {
    const { output, code } = await run("--scheme", schemeFile, "--answers", reference("examples/answers.json"), "--json");
    expect(code).toBe(0);
    expect(JSON.parse(output)).toEqual(scoreAssessment(scheme, exampleAnswers(), halfYear));
  });

  test.each([
    ["en", "Order accuracy rate (%)", "is below the target of"],
    ["zh-Hant", "訂單準確率 (%)", "低於滿分線"],
    ["zh-Hans", "订单准确率 (%)", "低于满分线"],
  ])("prints a table in %s, with its reasons in sentences", async (language, name, reason) => {
    const { output } = await run("--scheme", schemeFile, "--answers", reference("examples/answers.json"), "--language", language);
    expect(output).toContain("84.13  AA");
    expect(output).toContain(name);
    expect(output).toContain(reason);
    expect(output).not.toMatch(/[A-Z]{3,}_[A-Z]|[{}]|\d{4}-\d{2}/);
    expect(output.split("\n").filter((line) => /^I-\d/.test(line))).toHaveLength(21);
  });

  test("lists what is wrong with the answers, by field, and exits 1", async () => {
    const found = await problems({ period: halfYear, answers: exampleWith("I-1.1", { accurate_orders: "12001" }) });
    expect(found).toMatchObject([{ code: "NUMERATOR_ABOVE_DENOMINATOR", path: "answers.I-1.1.accurate_orders", against: ["answers.I-1.1.total_orders"] }]);
  });

  test("names the field of a figure that is not text, and of an unknown level of proof", async () => {
    const answers = { "I-1.1": { inputs: { accurate_orders: 5 }, proof: "SWORN" } };
    expect(await problems({ period: halfYear, answers })).toMatchObject([
      { code: "INVALID", path: "answers.I-1.1.accurate_orders" },
      { code: "INVALID", path: "answers.I-1.1.proof" },
    ]);
  });

  test.each([
    ["no period", { answers: {} }, "period"],
    ["a period that runs backwards", { period: { from: "2026-06-30", to: "2026-01-01" }, answers: {} }, "period"],
    ["something beside the answers", { period: halfYear, answers: {}, extra: 1 }, ""],
  ])("refuses %s", async (_, content, path) => {
    expect(await problems(content)).toMatchObject([{ code: "INVALID", path }]);
  });

  test("says so when a file is missing or no JSON, both at once", async () => {
    const { output, code } = await run("--scheme", join(folder, "none.json"), "--answers", sheet("{"), "--json");
    expect(code).toBe(1);
    expect(JSON.parse(output)).toMatchObject({ problems: [{ code: "UNREADABLE_FILE", file: join(folder, "none.json") }, { code: "UNREADABLE_FILE" }] });
  });

  test("refuses a scheme that is not sound, in words as well", async () => {
    const file = join(folder, "scheme.json");
    writeFileSync(file, JSON.stringify({ ...scheme, groups: scheme.groups.slice(1) }));
    const { output, code } = await run("--scheme", file, "--answers", reference("examples/answers.json"));
    expect(code).toBe(1);
    expect(output).toContain(`${file}: weights.total: INVALID: the parts add up to 80, not 100`);
  });
});
