import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { earlierContract } from "../../schema/earlier-contract.ts";

let folder = "";
const git = (...args: string[]) => execFileSync("git", ["-c", "user.name=A", "-c", "user.email=a@guild.example", "-c", "commit.gpgsign=false", ...args], { cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
const write = (sdl: string) => writeFileSync(join(folder, "schema/schema.graphql"), sdl);
const commit = (sdl: string) => {
  write(sdl);
  git("add", "-A");
  git("commit", "--allow-empty", "-qm", sdl);
};
const found = (named?: string) => {
  const earlier = earlierContract(folder, named);
  return "none" in earlier ? earlier : earlier.sdl;
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "guildhall-contract-"));
  mkdirSync(join(folder, "schema"));
  git("init", "-q", "-b", "main");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("the contract to compare with", () => {
  test("is, on main itself, the last that differs, however many commits lie between", () => {
    commit("one");
    commit("two");
    commit("two");
    expect(found()).toBe("one");
  });

  test("is what is committed while the tree holds a change to it", () => {
    commit("one");
    commit("two");
    write("three");
    expect(found()).toBe("two");
  });

  test("is main's on another branch", () => {
    commit("one");
    commit("two");
    git("checkout", "-qb", "idea");
    commit("three");
    commit("four");
    expect(found()).toBe("two");
  });

  test("is that of the last release once there is one", () => {
    commit("one");
    git("tag", "v1.0.0");
    commit("two");
    commit("three");
    expect(found()).toBe("one");
  });

  test("is the one named, and a commit that is not there is a fault", () => {
    commit("one");
    commit("two");
    commit("three");
    expect(found("HEAD~2")).toBe("one");
    expect(found("nowhere")).toMatchObject({ fault: true });
  });

  test("is none for the first, which is no fault, and none in a history cut short, which is one", () => {
    commit("one");
    expect(found()).toMatchObject({ fault: false });
    commit("two");
    const copy = mkdtempSync(join(tmpdir(), "guildhall-contract-"));
    execFileSync("git", ["clone", "-q", "--depth", "1", `file://${folder}`, copy]);
    expect(earlierContract(copy)).toMatchObject({ fault: true });
    rmSync(copy, { recursive: true, force: true });
  });

  test("is none where there is no history at all", () => {
    rmSync(join(folder, ".git"), { recursive: true });
    expect(found()).toMatchObject({ fault: false });
  });
});
