import { Writable } from "node:stream";
import { pino, type DestinationStream, type Logger } from "pino";

export interface LogOptions {
  level: string;
  /** JSON for machines in production; else lines for people. */
  mode: "production" | "demo";
  /** Who writes: `api`, `workers`. */
  name: string;
  /** Standard output unless said. */
  to?: DestinationStream;
}

/** The log of one process. Secrets are hidden by the name of their field, at any depth and in any address. */
export function createLog({ level, mode, name, to }: LogOptions): Logger {
  const options = {
    level,
    base: mode === "production" ? { name, pid: process.pid } : { name },
    formatters: { log: (fields: object) => concealed(fields) as Record<string, unknown> },
    serializers: { err: errorFields, req: requestFields },
  };
  if (mode === "production") return to ? pino(options, to) : pino(options);
  return pino(options, readable(to ?? process.stdout));
}

/** What callers call their request, for the log alone: the trail must not keep words of theirs. Null unless it is harmless. */
export function callerIdOf(header: string | string[] | undefined): string | null {
  return typeof header === "string" && /^[\w-]{8,64}$/.test(header) ? header : null;
}

const hidden = "[hidden]";
const secretName = /password|passphrase|secret|token|cookie|authorization|api.?key|private.?key|recovery.?code|otp|^pin$/i;
const DEEPEST = 6;

/** The same fields with everything secret replaced. */
function concealed(value: unknown, depth = 0): unknown {
  if (typeof value === "string") return withoutPasswords(value);
  if (!isPlain(value)) return value;
  if (depth === DEEPEST) return "[deeper]";
  if (Array.isArray(value)) return value.map((item) => concealed(item, depth + 1));
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, secretName.test(name) ? hidden : concealed(field, depth + 1)]));
}

const isPlain = (value: unknown): value is Record<string, unknown> | unknown[] =>
  Array.isArray(value) || (typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype);

/** Takes passwords out of connection addresses and secrets out of query strings and of links that let somebody in. */
const withoutPasswords = (text: string): string =>
  text.replace(/(\b[a-z]+:\/\/[^\s:/@]*:)[^\s@]+@/gi, `$1${hidden}@`).replace(/([?&](?:token|code|secret|key|receipt)=|\/(?:invitation|renewal|application)[/#])[^&\s?#"]+/gi, `$1${hidden}`);

function errorFields(error: unknown): unknown {
  if (!(error instanceof Error)) return concealed(error);
  const { name, message, stack, cause } = error;
  const code = (error as NodeJS.ErrnoException).code;
  return {
    type: name,
    message: withoutPasswords(message),
    ...(code === undefined ? {} : { code }),
    stack: withoutPasswords(stack ?? ""),
    ...(cause === undefined ? {} : { cause: errorFields(cause) }),
  };
}

interface RequestLike {
  id?: unknown;
  method?: string;
  url?: string;
}

/** Headers and bodies stay out of the log altogether. */
const requestFields = ({ id, method, url }: RequestLike) => ({ id, method, url: withoutPasswords(url ?? "") });

const levels: Record<number, string> = { 10: "trace", 20: "debug", 30: "info", 40: "warn", 50: "error", 60: "fatal" };

const clock = new Intl.DateTimeFormat("en-GB", { timeStyle: "medium" });

interface Entry {
  level: number;
  time: number;
  name?: string;
  msg?: string;
  err?: { stack?: string };
  [field: string]: unknown;
}

/** Turns pino's JSON into lines such as `12:30:05 warn  workers  a turn failed  loop=relay`. */
function readable(to: DestinationStream): Writable {
  return new Writable({
    decodeStrings: false,
    write(line: string, _encoding, next) {
      to.write(lineOf(JSON.parse(line) as Entry));
      next();
    },
  });
}

function lineOf({ level, time, name = "", msg = "", err, ...fields }: Entry): string {
  const rest = Object.entries(fields).map(([key, value]) => `${key}=${typeof value === "string" ? value : JSON.stringify(value)}`);
  const head = [clock.format(time), (levels[level] ?? String(level)).padEnd(5), name.padEnd(8), msg, ...rest].join("  ").trimEnd();
  return err?.stack ? `${head}\n${err.stack}\n` : `${head}\n`;
}
