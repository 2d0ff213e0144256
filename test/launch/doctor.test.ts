import { chmod, rm, writeFile } from "node:fs/promises";
import { createServer, type AddressInfo } from "node:net";
import { once } from "node:events";
import { join } from "node:path";
import { afterEach, describe, expect, onTestFinished, test } from "vitest";
import type { Finding } from "../../server/cli/doctor/finding.ts";
import { killRemaining, run } from "./processes.ts";
import { freePort, openFolder } from "./places.ts";

afterEach(killRemaining);

async function guildhall(args: string[], env: Record<string, string>) {
  const command = run("server/cli/main.ts", args, { env });
  const code = await command.ended;
  return { code, output: command.output() };
}

async function folder(): Promise<string> {
  const made = await openFolder();
  onTestFinished(() => rm(made, { recursive: true, force: true }));
  return made;
}

async function findings(env: Record<string, string>) {
  const { code, output } = await guildhall(["doctor", "--json"], env);
  const report = JSON.parse(output) as { healthy: boolean; findings: Finding[] };
  return { code, healthy: report.healthy, of: (check: string) => report.findings.filter((finding) => finding.check === check) };
}

describe("the doctor", () => {
  test("finds a fresh machine healthy, and after the migrations the database too", async () => {
    const env = { DATA_DIR: await folder(), PORT: await freePort() };
    const before = await findings(env);
    expect(before).toMatchObject({ code: 0, healthy: true });
    expect(before.of("database")).toMatchObject([{ state: "warning" }]);

    const migrated = await guildhall(["migrate", "--json"], env);
    expect((JSON.parse(migrated.output) as { applied: string[] }).applied.length).toBeGreaterThan(0);
    const after = await findings(env);
    expect(after).toMatchObject({ code: 0, healthy: true });
    for (const check of ["database", "letters", "clock", "migrations", "queues"]) expect(after.of(check)).toMatchObject([{ state: "ok" }]);
  });

  test("fails with the variable's name for each fault of the environment", async () => {
    const report = await findings({ DATA_DIR: await folder(), PORT: "none", LOG_LEVEL: "loud" });
    expect(report).toMatchObject({ code: 1, healthy: false });
    expect(report.of("configuration").map(({ detail }) => detail.split(" ")[0])).toEqual(["PORT", "LOG_LEVEL"]);
  });

  test("fails for a taken port, an exposed secret, a dead Redis and a database that does not answer", async () => {
    const other = createServer((socket) => socket.destroy()).listen(0, "127.0.0.1");
    onTestFinished(() => void other.close());
    await once(other, "listening");
    const DATA_DIR = await folder();
    await writeFile(join(DATA_DIR, "session-secret"), "x".repeat(43));
    await chmod(join(DATA_DIR, "session-secret"), 0o644);
    const closed = await freePort();
    const report = await findings({
      DATA_DIR, PORT: String((other.address() as AddressInfo).port), REDIS_URL: `redis://127.0.0.1:${closed}`, DATABASE_URL: `postgresql://a:b@127.0.0.1:${closed}/c`,
    });
    expect(report.code).toBe(1);
    expect(report.of("port")).toMatchObject([{ state: "failed", detail: expect.stringContaining("PORT") as string }]);
    expect(report.of("data folder")).toMatchObject([{ state: "failed", detail: expect.stringContaining("session-secret") as string }]);
    expect(report.of("queues")).toMatchObject([{ state: "failed", detail: expect.stringContaining("ECONNREFUSED") as string }]);
    expect(report.of("database")).toMatchObject([{ state: "failed", detail: expect.stringContaining("ECONNREFUSED") as string }]);
  });

  test("warns when people come by https and no proxy is named, and not otherwise", async () => {
    const env = { DATA_DIR: await folder(), PORT: await freePort(), PUBLIC_URL: "https://guild.example" };
    expect((await findings(env)).of("proxies")).toMatchObject([{ state: "warning", detail: expect.stringContaining("TRUSTED_PROXIES") as string }]);
    expect((await findings({ ...env, TRUSTED_PROXIES: "172.30.77.2" })).of("proxies")).toMatchObject([{ state: "ok" }]);
  });

  test("prints a table for people", async () => {
    const { output } = await guildhall(["doctor"], { DATA_DIR: await folder(), PORT: await freePort() });
    expect(output).toMatch(/✓ {2}Node\.js +\d+\.\d+/);
  });
});
