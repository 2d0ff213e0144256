import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { z } from "zod";
import { isAddressRange } from "./inside.ts";
import { keptSecret } from "./kept-secret.ts";
import { type Environment, type Fault, unfitForProduction } from "./production.ts";

/** The project's own folder, wherever the command was started. */
export const projectRoot = resolve(import.meta.dirname, "../..");

/** What the environment says, checked and complete; made once at the start and never changed. */
export interface Config {
  /** `production` is strict about secrets and shows no demo; `demo` brings everything needed by itself. */
  mode: "production" | "demo";
  port: number;
  host: string;
  /** The address people and QR codes use, without a slash at its end. */
  publicUrl: string;
  dataDir: string;
  /** The reverse proxies whose word is taken about where a request comes from: addresses and ranges. */
  trustedProxies: readonly string[];
  /** What one person, or one address of strangers, may ask of one process in a minute, in the cost of `platform/graphql/limits.ts`. */
  requestBudget: number;
  /** Null: `npm start` runs an embedded server. */
  databaseUrl: string | null;
  /** The owner's connection, for migrations and reference data. */
  migrationDatabaseUrl: string | null;
  /** Null: BullMQ works on PostgreSQL. */
  redisUrl: string | null;
  /** Proves the marks of browsers known to the login throttle; a new one makes them strangers. */
  sessionSecret: string;
  /** Encrypts the secrets of second factors; without it no authenticator app is accepted any more. */
  portalSecret: string;
  /** The PKCS #12 file that signs certificates; null: a self-signed one is kept in `signingFolder`. */
  signingKey: { file: string; passphrase: string } | null;
  signingFolder: string;
  logLevel: LogLevel;
  /** The zone in which deadlines run. */
  zone: string;
  /** After how many milliseconds without a sign of life a worker counts as dead and its work is taken up. */
  workerLockMs: number;
  /** Where the workers answer `/metrics`; null: nowhere. */
  workerMetricsPort: number | null;
  /** Whether the demo association is loaded. */
  demo: boolean;
  /** A file the workers touch at every turn that reached the database, for health checks. */
  aliveFile: string | null;
}

/** A configuration with a database: what the API, the workers and the commands need. */
export type ServerConfig = Config & { databaseUrl: string; migrationDatabaseUrl: string };

/** What NODE_ENV may say; all but the first mean the demo. */
const surroundings = ["production", "development", "test", "demo"];

const logLevels = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;
type LogLevel = (typeof logLevels)[number];

/** Everything that is wrong with the environment, one line for each variable. */
export class ConfigError extends Error {
  constructor(readonly problems: readonly Fault[]) {
    super(["The environment is not right:", ...problems.map(({ variable, sentence }) => `  ${variable}: ${sentence}`)].join("\n"));
    this.name = "ConfigError";
  }
}

/** Reads `.env` beside package.json when there is one, then the environment, which has the last word. Throws a ConfigError. */
export function loadConfig(): Config {
  const file = join(projectRoot, ".env");
  if (existsSync(file)) process.loadEnvFile(file);
  return readConfig(process.env);
}

/** As `loadConfig`, where there must be a database. */
export function loadServerConfig(): ServerConfig {
  const { databaseUrl, migrationDatabaseUrl, ...rest } = loadConfig();
  if (databaseUrl === null || migrationDatabaseUrl === null) {
    throw new ConfigError([{ variable: "DATABASE_URL", sentence: "is needed here; `npm start` provides one by itself" }]);
  }
  return Object.freeze({ ...rest, databaseUrl, migrationDatabaseUrl });
}

/** Turns an environment into a configuration. Outside production, missing secrets are made once and kept in the data folder. */
export function readConfig(env: Environment): Config {
  const given: Environment = Object.fromEntries(Object.entries(env).flatMap(([name, value]) => (value?.trim() ? [[name, value.trim()]] : [])));
  const mode = (given["GUILDHALL_MODE"] ?? given["NODE_ENV"]) === "production" ? "production" : "demo";
  const parsed = variables.safeParse(given);
  const faults = [
    ...unknownSurroundings(given),
    ...(parsed.error?.issues ?? []).map(({ path, message }) => ({ variable: path.join("."), sentence: message })),
    ...(mode === "production" ? unfitForProduction(given) : []),
  ];
  if (!parsed.success || faults.length > 0) throw new ConfigError(faults);
  return Object.freeze({ mode, ...configured(parsed.data, mode) });
}

/** A misspelt `production` must not come to be a demonstration; where GUILDHALL_MODE speaks, the word is for others to read. */
function unknownSurroundings({ GUILDHALL_MODE, NODE_ENV }: Environment): Fault[] {
  const known = GUILDHALL_MODE !== undefined || NODE_ENV === undefined || surroundings.includes(NODE_ENV);
  return known ? [] : [{ variable: "NODE_ENV", sentence: `must be one of ${surroundings.join(", ")}, or GUILDHALL_MODE must say which it is` }];
}

function configured(value: z.infer<typeof variables>, mode: Config["mode"]): Omit<Config, "mode"> {
  const dataDir = resolve(projectRoot, value.DATA_DIR);
  return {
    port: value.PORT,
    host: value.HOST,
    publicUrl: (value.PUBLIC_URL ?? `http://localhost:${value.PORT}`).replace(/\/+$/, ""),
    dataDir,
    trustedProxies: Object.freeze(value.TRUSTED_PROXIES),
    requestBudget: value.REQUEST_BUDGET,
    databaseUrl: value.DATABASE_URL,
    migrationDatabaseUrl: value.MIGRATION_DATABASE_URL ?? value.DATABASE_URL,
    redisUrl: value.REDIS_URL,
    sessionSecret: value.SESSION_SECRET ?? keptIn(dataDir, "session-secret"),
    portalSecret: value.PORTAL_SECRET ?? keptIn(dataDir, "portal-secret"),
    signingKey: signingKeyOf(value.SIGNING_KEY_FILE, value.SIGNING_KEY_PASSPHRASE),
    signingFolder: join(dataDir, "signing"),
    logLevel: value.LOG_LEVEL ?? (mode === "production" ? "info" : "warn"),
    zone: value.ASSOCIATION_ZONE,
    workerLockMs: value.WORKER_LOCK_MS,
    workerMetricsPort: value.WORKER_METRICS_PORT,
    demo: value.DEMO ?? mode === "demo",
    aliveFile: value.ALIVE_FILE,
  };
}

function keptIn(dataDir: string, name: string): string {
  try {
    return keptSecret(dataDir, name);
  } catch (error) {
    throw new ConfigError([{ variable: "DATA_DIR", sentence: `cannot be used (${(error as Error).message}); set it to a folder this account may write` }]);
  }
}

const signingKeyOf = (file: string | undefined, passphrase: string | undefined): Config["signingKey"] =>
  file !== undefined && passphrase !== undefined ? Object.freeze({ file: resolve(projectRoot, file), passphrase }) : null;

const port = z.string().regex(/^\d{1,5}$/, "must be a number from 1 to 65535").transform(Number)
  .refine((number) => number >= 1 && number <= 65_535, "must be a number from 1 to 65535");

const address = (protocols: RegExp, example: string) => z.url({ protocol: protocols, error: `must be an address such as ${example}` });

const oneOf = <const Choice extends string>(choices: readonly Choice[]) =>
  z.enum(choices, { error: `must be one of ${choices.join(", ")}` });

const variables = z.object({
  NODE_ENV: z.string().optional(),
  GUILDHALL_MODE: oneOf(["production", "demo"]).optional(),
  PORT: port.default(8080),
  HOST: z.string().default("127.0.0.1"),
  PUBLIC_URL: address(/^https?$/, "https://guild.example").optional(),
  DATA_DIR: z.string().default(".data"),
  TRUSTED_PROXIES: z.string().transform((text) => text.split(/[\s,]+/)).refine((ranges) => ranges.every(isAddressRange), "must be addresses or ranges such as 10.0.0.7, 172.30.0.0/24").default([]),
  REQUEST_BUDGET: z.string().regex(/^\d{5,12}$/, "must be a number of 5 to 12 digits").transform(Number).default(3_000_000),
  DATABASE_URL: address(/^postgres(ql)?$/, "postgresql://user:password@host:5432/guildhall").nullable().default(null),
  MIGRATION_DATABASE_URL: address(/^postgres(ql)?$/, "postgresql://owner:password@host:5432/guildhall").nullable().default(null),
  REDIS_URL: address(/^rediss?$/, "redis://host:6379").nullable().default(null),
  SESSION_SECRET: z.string().optional(),
  PORTAL_SECRET: z.string().optional(),
  SIGNING_KEY_FILE: z.string().optional(),
  SIGNING_KEY_PASSPHRASE: z.string().optional(),
  LOG_LEVEL: oneOf(logLevels).optional(),
  ASSOCIATION_ZONE: z.string().refine(isZone, "must be a zone such as Asia/Shanghai").default("Asia/Shanghai"),
  WORKER_LOCK_MS: z.string().regex(/^\d{3,6}$/, "must be a number of milliseconds from 100 to 999999").transform(Number).default(6_000),
  WORKER_METRICS_PORT: port.nullable().default(null),
  DEMO: oneOf(["true", "false"]).transform((word) => word === "true").optional(),
  ALIVE_FILE: z.string().nullable().default(null),
}).refine(({ SIGNING_KEY_FILE: file, SIGNING_KEY_PASSPHRASE: passphrase }) => (file === undefined) === (passphrase === undefined), {
  path: ["SIGNING_KEY_FILE"], message: "goes together with SIGNING_KEY_PASSPHRASE: set both or neither",
});

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
