import { createServer, type AddressInfo } from "node:net";
import { once } from "node:events";
import { describe, expect, onTestFinished, test } from "vitest";
import { refuseTakenPort } from "../../server/launch/port.ts";
import { runStep } from "../../server/launch/run-step.ts";
import { aligned, terminalLanguage } from "../../server/launch/terminal.ts";

const node = (script: string) => [process.execPath, "-e", script];

describe("the launcher", () => {
  test("names PORT when the port is taken", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    onTestFinished(() => void other.close());
    await once(other, "listening");
    const { port } = other.address() as AddressInfo;
    await expect(refuseTakenPort("127.0.0.1", port)).rejects.toThrow(new RegExp(`^Port ${port} .* Set PORT`));
  });

  test("answers what a step printed, and tells its last words when it fails", async () => {
    expect(await runStep(node("console.log('done')"), process.env)).toBe("done\n");
    await expect(runStep(node("console.error('no room'); process.exit(4)"), process.env)).rejects.toThrow(/no room/);
  });

  test("keeps columns straight where Chinese letters are two columns wide", () => {
    expect(aligned([["會館", "a"], ["abcdef", "b"]])).toEqual(["  會館    a", "  abcdef  b"]);
  });

  test.each([["zh_TW.UTF-8", "zh-Hant"], ["zh_HK", "zh-Hant"], ["zh_CN.UTF-8", "zh-Hans"], ["de_DE", "en"], ["C.UTF-8", "en"]])("speaks to a terminal in %s as %s", (LANG, language) => {
    expect(terminalLanguage({ LANG })).toBe(language);
  });
});
