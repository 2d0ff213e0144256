import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, describe, expect, onTestFinished, test } from "vitest";
import { keepRunning } from "../../server/launch/children.ts";
import { until } from "../support/until.ts";
import { killRemaining, lives, run, showsProcesses } from "./processes.ts";
import { openFolder } from "./places.ts";

afterEach(killRemaining);

/** A part of a house: it notes its number in a file, then does what the test wants. */
async function part(then: string) {
  const folder = await openFolder();
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const [entry, lives] = [join(folder, "part.mjs"), join(folder, "lives")];
  await writeFile(entry, `import { appendFileSync } from "node:fs";\nappendFileSync(${JSON.stringify(lives)}, process.pid + "\\n");\n${then}\n`);
  const pids = async () => (await readFile(lives, "utf8").catch(() => "")).split("\n").filter(Boolean).map(Number);
  return { folder, entry, pids };
}

const stays = "setInterval(() => undefined, 1_000);";
const saysReady = 'process.send?.("ready");';
const env = process.env;

describe("a part of the house", () => {
  test("is started again when it dies, and stays ended once it was stopped", async () => {
    const { entry, pids } = await part(`${saysReady} ${stays}`);
    const kept = keepRunning({ name: "part", entry, env, backOffMs: 10 });
    onTestFinished(() => kept.stop());
    await kept.ready;
    process.kill((await pids())[0] ?? 0, "SIGKILL");
    await until(async () => (await pids()).length === 2);
    await kept.stop();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await pids()).toHaveLength(2);
  });

  test("is given up with a reason when it dies again and again", async () => {
    const { entry, pids } = await part(`${saysReady} setTimeout(() => process.exit(3), 50);`);
    const kept = keepRunning({ name: "part", entry, env, backOffMs: 1 });
    expect(await kept.failed).toBe("part ended with code 3, for the 6th time within a minute");
    expect(await pids()).toHaveLength(6);
  });

  test("is not tried again when it dies before it was ever ready", async () => {
    const { entry, pids } = await part("process.exit(1);");
    expect(await keepRunning({ name: "part", entry, env, backOffMs: 1 }).failed).toBe("part ended with code 1 before it was ready");
    expect(await pids()).toHaveLength(1);
  });

  test.runIf(showsProcesses)("ends when its launcher is killed", async () => {
    const { folder, entry, pids } = await part(`${saysReady} ${stays}`);
    const program = join(folder, "launcher.ts");
    const children = JSON.stringify(join(import.meta.dirname, "../../server/launch/children.ts"));
    await writeFile(program, `import { keepRunning } from ${children};
      keepRunning({ name: "part", entry: ${JSON.stringify(entry)}, env: process.env }).ready.then(() => console.log("up"));`);
    const launcher = run(program, []);
    await launcher.says(/up/);
    const [pid = 0] = await pids();
    expect(lives(pid)).toBe(true);
    launcher.child.kill("SIGKILL");
    await until(() => !lives(pid), 5_000);
  });
});
