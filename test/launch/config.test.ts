import { createHash } from "node:crypto";
import { readFile, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { ConfigError, projectRoot, readConfig } from "../../server/platform/config.ts";
import { openFolder } from "./places.ts";

async function dataFolder(): Promise<string> {
  const folder = await openFolder();
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** What a production of a careful operator sets. */
const careful = {
  GUILDHALL_MODE: "production",
  PUBLIC_URL: "https://guild.example/",
  DATABASE_URL: "postgresql://login:kq7Zt0vMx4Wd@db:5432/association",
  SESSION_SECRET: "0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c",
  PORTAL_SECRET: "a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4",
  SIGNING_KEY_FILE: "/run/keys/association.p12",
  SIGNING_KEY_PASSPHRASE: "vR8wq2LmT6hb",
};

function problemsOf(env: Record<string, string>): ConfigError["problems"] {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
}

const faultsOf = (env: Record<string, string>) => problemsOf(env).map(({ variable }) => variable);
const sentencesOf = (env: Record<string, string>) => problemsOf(env).map(({ variable, sentence }) => `${variable} ${sentence}`);

describe("the configuration", () => {
  test("needs nothing outside production, and makes each secret once, for this account alone", async () => {
    const DATA_DIR = await dataFolder();
    const config = readConfig({ DATA_DIR });
    expect(config).toMatchObject({ mode: "demo", port: 8080, host: "127.0.0.1", publicUrl: "http://localhost:8080", zone: "Asia/Shanghai", demo: true, databaseUrl: null, redisUrl: null });
    expect(config.sessionSecret).toMatch(/^[\w-]{43}$/);
    expect(config.sessionSecret).not.toBe(config.portalSecret);
    expect(readConfig({ DATA_DIR }).sessionSecret).toBe(config.sessionSecret);
    expect((await stat(join(DATA_DIR, "session-secret"))).mode & 0o777).toBe(0o600);
    expect(Object.isFrozen(config)).toBe(true);
  });

  test("names every fault at once", () => {
    const env = { PORT: "70000", DATABASE_URL: "mysql://db/x", REDIS_URL: "6379", ASSOCIATION_ZONE: "Mars/Olympus", DEMO: "maybe", LOG_LEVEL: "loud" };
    expect(faultsOf(env).sort()).toEqual(Object.keys(env).sort());
  });

  test("takes an empty variable as an absent one, as compose files pass them", async () => {
    const config = readConfig({ DATA_DIR: await dataFolder(), PORT: "", REDIS_URL: " ", DATABASE_URL: "" });
    expect(config).toMatchObject({ port: 8080, redisUrl: null, databaseUrl: null });
  });

  test("lets a careful production start, without demo data", () => {
    expect(readConfig(careful)).toMatchObject({ mode: "production", demo: false, publicUrl: "https://guild.example", migrationDatabaseUrl: careful.DATABASE_URL });
  });

  test("takes NODE_ENV=production for production", () => {
    expect(faultsOf({ NODE_ENV: "production" })).toContain("SESSION_SECRET");
  });

  test.each(["prod", "Production", "staging", "prodution"])("refuses NODE_ENV=%s, which might mean production, unless the mode is said", (word) => {
    expect(faultsOf({ NODE_ENV: word })).toEqual(["NODE_ENV"]);
    expect(faultsOf({ ...careful, NODE_ENV: word })).toEqual([]);
  });

  test.each(["development", "test", "demo"])("takes NODE_ENV=%s for the demo", async (word) => {
    expect(readConfig({ NODE_ENV: word, DATA_DIR: await dataFolder() })).toMatchObject({ mode: "demo" });
  });

  test.each(["http://localhost:8080", "http://127.0.0.1", "http://[::1]:8080"])("takes %s in production: nobody is on the way within one machine", (PUBLIC_URL) => {
    expect(faultsOf({ ...careful, PUBLIC_URL })).toEqual([]);
  });

  test("believes no proxy unless one is named", () => {
    expect(readConfig(careful).trustedProxies).toEqual([]);
    expect(readConfig({ ...careful, TRUSTED_PROXIES: "10.0.0.7, 172.30.0.0/24 fd00::/64" }).trustedProxies).toEqual(["10.0.0.7", "172.30.0.0/24", "fd00::/64"]);
  });

  test("tells in production what is missing", () => {
    expect(faultsOf({ GUILDHALL_MODE: "production" }).sort()).toEqual(Object.keys(careful).filter((name) => name !== "GUILDHALL_MODE").sort());
  });

  test.each([
    ["SESSION_SECRET", "short"],
    ["SESSION_SECRET", "change-me-change-me-change-me-change-me"],
    ["SESSION_SECRET", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"],
    ["PORTAL_SECRET", "this-is-an-example-this-is-an-example"],
    ["PORTAL_SECRET", careful.SESSION_SECRET],
    ["SESSION_SECRET", "a1b2a1b2a1b2a1b2a1b2a1b2a1b2a1b2a1b2a1b2"],
    ["SESSION_SECRET", `${"a".repeat(31)}b`],
    ["SESSION_SECRET", "hunter".repeat(6)],
    ["PORTAL_SECRET", "kq7Zt0vMx4WdR".repeat(3)],
    ["PORTAL_SECRET", "kq7Zt0vMx4WdRkQ7zT0VmX4wDrkq7Zt0v"],
    ["PORTAL_SECRET", careful.SESSION_SECRET.toUpperCase()],
    ["PUBLIC_URL", "http://guild.example"],
    ["PUBLIC_URL", "http://192.168.1.7:8080"],
    ["PUBLIC_URL", "http://localhost.guild.example"],
    ["TRUSTED_PROXIES", "caddy"],
    ["TRUSTED_PROXIES", "10.0.0.7, 0.0.0.0/0"],
    ["TRUSTED_PROXIES", "10.0.0.0/33"],
    ["REQUEST_BUDGET", "none"],
    ["SIGNING_KEY_PASSPHRASE", "changeme"],
    ["SIGNING_KEY_PASSPHRASE", "db:password-of-the-key"],
    ["DATABASE_URL", "postgresql://login:postgres@db:5432/association"],
    ["DATABASE_URL", "postgresql://login@db:5432/association?password=letmein"],
    ["DATABASE_URL", "postgresql://login:administrator%zz@db:5432/association"],
    ["MIGRATION_DATABASE_URL", "postgresql://owner:password@db:5432/association"],
    ["REDIS_URL", "redis://:password@redis:6379"],
    ["REDIS_URL", "rediss://queue:foobared@redis:6379"],
    ["DEMO", "true"],
  ])("refuses %s=%s in production", (variable, value) => {
    expect(faultsOf({ ...careful, [variable]: value })).toEqual([variable]);
  });

  /** Each variable that carries a password, with a password in it. */
  const carriers: [string, (password: string) => string][] = [
    ["DATABASE_URL", (password) => `postgresql://login:${password}@db:5432/association`],
    ["MIGRATION_DATABASE_URL", (password) => `postgresql://owner:${password}@db:5432/association`],
    ["REDIS_URL", (password) => `redis://:${password}@redis:6379`],
    ["SIGNING_KEY_PASSPHRASE", (password) => password],
  ];

  describe.each(carriers)("in production, in %s", (variable, holding) => {
    test.each(["admin", "123456", "qwerty", "letmein", "password", "admin-admin-admin", "Qwerty-for-2027!", "letmein-letmein", "Passw0rd-of-the-guild", "12345678901234", "888888888888", "wxyzwxyzwxyzwxyz"])(
      "refuses %s as known to everybody", (password) => {
        expect(sentencesOf({ ...careful, [variable]: holding(password) })).toEqual([`${variable} ${variable === "SIGNING_KEY_PASSPHRASE" ? "is a passphrase" : "carries a password"} that everybody knows; choose another: openssl rand -hex 32`]);
      });

    test("refuses eleven characters and takes twelve", () => {
      expect(sentencesOf({ ...careful, [variable]: holding("kq7Zt0vMx4W") })).toEqual([expect.stringMatching(new RegExp(`^${variable} .*fewer than 12 characters`))]);
      expect(sentencesOf({ ...careful, [variable]: holding("kq7Zt0vMx4Wd") })).toEqual([]);
    });
  });

  test("takes an address without a password, where something else lets in", () => {
    expect(faultsOf({ ...careful, DATABASE_URL: "postgresql://login@localhost/association?host=/run/postgresql", REDIS_URL: "redis://redis:6379" })).toEqual([]);
  });

  test("takes passwords such as openssl makes", () => {
    const made = (what: string) => createHash("sha256").update(what).digest("hex");
    for (let count = 0; count < 200; count += 1) {
      expect(faultsOf({ ...careful, DATABASE_URL: `postgresql://login:${made(`password ${count}`)}@db:5432/association`, SESSION_SECRET: made(`secret ${count}`) })).toEqual([]);
    }
  });

  test("wants a signing key with its passphrase or neither", async () => {
    expect(faultsOf({ DATA_DIR: await dataFolder(), SIGNING_KEY_FILE: "key.p12" })).toEqual(["SIGNING_KEY_FILE"]);
  });

  test("is described in .env.example, variable by variable", async () => {
    const described = [...(await readFile(join(projectRoot, ".env.example"), "utf8")).matchAll(/^#?([A-Z_]+)=/gm)].map(([, name]) => name);
    const source = await readFile(join(projectRoot, "server/platform/config.ts"), "utf8");
    const read = [...source.matchAll(/^ {2}([A-Z_]+): /gm)].map(([, name]) => name);
    expect(described.sort()).toEqual(read.filter((name) => name !== "NODE_ENV").sort());
  });
});
