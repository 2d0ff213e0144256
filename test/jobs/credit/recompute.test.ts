import { execFile } from "node:child_process";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { creditHouse, type CreditHouse, memberIdOf } from "../../api/credit/credit-house.ts";

let house: CreditHouse;
beforeAll(async () => (house = await creditHouse()), 120_000);
afterAll(() => house.close());

interface Said { same?: boolean; schemeVersion?: number; problem?: string; stored?: { score: string }; again?: { score: string } }

const recompute = (at: string, member = memberIdOf(house.firm)) =>
  new Promise<{ code: number; said: Said; stderr: string }>((done) => {
    const env = { ...process.env, DATABASE_URL: house.world.database.url, DATA_DIR: house.world.filesRoot, GUILDHALL_MODE: "demo", NODE_ENV: "test" };
    const words = ["--import", "tsx", "server/cli/main.ts", "credit", "recompute", "--member", member, "--at", at, "--json"];
    execFile(process.execPath, words, { env }, (error, stdout, stderr) => done({ code: error === null ? 0 : Number(error.code), said: stdout === "" ? {} : (JSON.parse(stdout) as Said), stderr }));
  });

describe("guildhall credit recompute", () => {
  test.each([["2026-11-10", 1], ["2026-11-20", 2], ["2026-11-27T03:30:00Z", 2]])("reckons the grade as it stood on %s the same under scheme %i, whatever came after", async (at, schemeVersion) => {
    const { code, said } = await recompute(at);
    expect({ code, same: said.same, schemeVersion: said.schemeVersion }).toEqual({ code: 0, same: true, schemeVersion });
    expect(said.again).toEqual(said.stored);
  });

  test("says so, with exit code 1, when a stored grade is another than its inputs make it", async () => {
    await house.asOwner("update compliance_grade set score = score + 1 where member_id = $1 and scheme_version = 2", [memberIdOf(house.firm)]);
    const { code, said } = await recompute("2026-11-27");
    expect({ code, same: said.same }).toEqual({ code: 1, same: false });
    expect(Number(said.stored?.score) - Number(said.again?.score)).toBeCloseTo(1);
    await house.asOwner("update compliance_grade set score = score - 1 where member_id = $1 and scheme_version = 2", [memberIdOf(house.firm)]);
  });

  test("has exit code 1 where there was no grade, and for a day that is none", async () => {
    expect(await recompute("2026-01-01")).toMatchObject({ code: 1, said: { problem: "NO_GRADE" } });
    const { code, stderr } = await recompute("yesterday");
    expect({ code, stderr }).toMatchObject({ code: 1, stderr: expect.stringContaining("no day and no instant") as string });
  });
});
