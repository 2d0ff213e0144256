import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { BlockList } from "node:net";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { ConfigError, projectRoot, readConfig } from "../../server/platform/config.ts";

interface Service {
  environment?: Record<string, string>;
  command?: string[];
  healthcheck?: { test?: string[]; disable?: boolean };
  depends_on?: Record<string, { condition: string }>;
  volumes?: string[];
  networks?: Record<string, { ipv4_address?: string }>;
}

interface Compose {
  services: Record<string, Service>;
  secrets: Record<string, { file: string }>;
  volumes: Record<string, unknown>;
  networks: Record<string, { ipam: { config: { subnet: string; ip_range: string }[] } }>;
}

const text = readFileSync(join(projectRoot, "docker-compose.yml"), "utf8");
const compose = parse(text, { merge: true }) as Compose;
const services = Object.entries(compose.services);

/** What an operator must say, as the file names it: `${NAME:?why}`. */
const demanded = [...new Set([...text.matchAll(/\$\{([A-Z_]+):\?[^}]+\}/g)].map(([, name]) => name ?? ""))];

/** As compose fills variables in; a demanded one that is empty is an error. */
function filled(value: string, env: Record<string, string>): string {
  return value.replace(/\$\{([A-Z_]+)(:[?-])([^}]*)\}/g, (_, name: string, kind: string, rest: string) => {
    if (env[name]) return env[name];
    if (kind === ":?") throw new Error(`${name}: ${rest}`);
    return rest;
  });
}

function isWithin(address = "", range: string): boolean {
  const [network = "", bits = ""] = range.split("/");
  const list = new BlockList();
  list.addSubnet(network, Number(bits));
  return list.check(address);
}

const environmentOf = (service: string, env: Record<string, string>) =>
  Object.fromEntries(Object.entries(compose.services[service]?.environment ?? {}).map(([name, value]) => [name, filled(value, env)]));

const hex = (what: string) => createHash("sha256").update(what).digest("hex");
const careful: Record<string, string> = {
  GUILDHALL_DOMAIN: "portal.guild.example", DATABASE_OWNER_PASSWORD: hex("1"), DATABASE_PASSWORD: hex("2"), REDIS_PASSWORD: hex("3"),
  SESSION_SECRET: hex("4"), PORTAL_SECRET: hex("5"), SIGNING_KEY_FILE: "/keys/association.p12", SIGNING_KEY_PASSPHRASE: hex("6"),
};
const house = ["migrate", "api", "workers"];

describe("docker-compose.yml", () => {
  test("has the database, the queue, one migration, API, workers and the proxy", () => {
    expect(Object.keys(compose.services).sort()).toEqual(["api", "migrate", "postgres", "proxy", "redis", "workers"]);
  });

  test("asks everything that goes on running how it is, and what depends on it waits for the answer", () => {
    const lasting = services.filter(([name]) => name !== "migrate");
    expect(lasting.filter(([, { healthcheck }]) => (healthcheck?.test?.length ?? 0) < 2).map(([name]) => name)).toEqual([]);
    const awaited = services.flatMap(([, { depends_on = {} }]) => Object.entries(depends_on));
    expect(awaited.filter(([name, { condition }]) => condition !== (name === "migrate" ? "service_completed_successfully" : "service_healthy"))).toEqual([]);
    for (const name of ["api", "workers"]) expect(Object.keys(compose.services[name]?.depends_on ?? {})).toContain("migrate");
  });

  test("demands every secret and knows none", () => {
    expect(demanded.sort()).toEqual(Object.keys(careful).sort());
    const secret = /PASSWORD|SECRET|PASSPHRASE|AUTH/;
    const given = services.flatMap(([, { environment = {} }]) => Object.entries(environment)).filter(([name]) => secret.test(name));
    expect(given.length).toBeGreaterThan(3);
    expect(given.filter(([, value]) => !/^\$\{[A-Z_]+:\?[^}]+\}$/.test(value))).toEqual([]);
    const addresses = services.flatMap(([, { environment = {} }]) => Object.values(environment)).map((value) => value.replace(/\$\{[A-Z_]+:\?[^}]+\}/g, "<asked>"));
    expect(addresses.filter((value) => /:\/\/[^/@]*:[^/@]*@/.test(value.replaceAll(":<asked>@", "@")))).toEqual([]);
  });

  test.each(demanded)("does not start without %s", (name) => {
    expect(() => filled(text, { ...careful, [name]: "" })).toThrow(name);
  });

  test("names every demanded variable in its sample, without a value", () => {
    const sample = readFileSync(join(projectRoot, "server/production/.env.example"), "utf8");
    expect([...sample.matchAll(/^([A-Z_]+)=(.*)$/gm)].map(([, name, value]) => `${name}=${value}`).sort()).toEqual(demanded.map((name) => `${name}=`).sort());
  });

  test.each(house)("gives %s an environment in which the house serves the public", (name) => {
    expect(readConfig(environmentOf(name, careful))).toMatchObject({ mode: "production", demo: false, publicUrl: "https://portal.guild.example", host: "0.0.0.0", port: 8080, dataDir: "/data" });
  });

  test("has the API believe the proxy, and nobody else, about where a request comes from", () => {
    const { proxy, ...others } = compose.services;
    const address = proxy?.networks?.["default"]?.ipv4_address;
    expect(readConfig(environmentOf("api", careful)).trustedProxies).toEqual([address]);
    const [{ subnet, ip_range: given } = { subnet: "", ip_range: "" }] = compose.networks["default"]?.ipam.config ?? [];
    expect([isWithin(address, subnet), isWithin(address, given)]).toEqual([true, false]);
    expect(Object.values(others).filter(({ networks }) => networks)).toEqual([]);
  });

  test.each([
    ["SESSION_SECRET", "change-me-change-me-change-me-change-me"],
    ["PORTAL_SECRET", "example-secret-example-secret-example"],
    ["SESSION_SECRET", "short"],
    ["DATABASE_PASSWORD", "postgres"],
    ["DATABASE_OWNER_PASSWORD", "password"],
    ["REDIS_PASSWORD", "password"],
    ["REDIS_PASSWORD", "kq7Zt0vM"],
    ["DATABASE_PASSWORD", "admin"],
    ["DATABASE_OWNER_PASSWORD", "123456"],
    ["SIGNING_KEY_PASSPHRASE", "letmein"],
    ["SIGNING_KEY_PASSPHRASE", "changeme"],
  ])("is refused by the house with the default %s=%s", (name, value) => {
    expect(() => readConfig(environmentOf("migrate", { ...careful, [name]: value }))).toThrow(ConfigError);
  });

  test("lets only the migration own the database", () => {
    const owning = services.filter(([, { environment = {} }]) => Object.values(environment).some((value) => value.includes("://guildhall_owner:")));
    expect(owning.map(([name]) => name)).toEqual(["migrate"]);
  });

  test("keeps what must not be lost in named volumes", () => {
    const kept = services.flatMap(([, { volumes = [] }]) => volumes.map((volume) => volume.split(":")[0] ?? "")).filter((source) => !source.startsWith("."));
    expect([...new Set(kept)].sort()).toEqual(Object.keys(compose.volumes).sort());
  });

  test("runs programs and reads files that are there", () => {
    const named = [...text.matchAll(/(?:\.\/)?((?:server|workers)\/[\w./-]+\.\w+|server\/production\/\w+)/g)].map(([, path]) => path ?? "");
    expect(named.length).toBeGreaterThan(5);
    for (const path of named) expect(() => readFileSync(join(projectRoot, path))).not.toThrow();
  });
});
