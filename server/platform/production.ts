export type Environment = Readonly<Record<string, string | undefined>>;

/** A variable and what is wrong with it, as the end of a sentence that begins with its name. */
export interface Fault {
  variable: string;
  sentence: string;
}

/** Everything that speaks against serving the public from this environment. Absent means empty too. */
export function unfitForProduction(given: Environment): Fault[] {
  return [...missing(given), ...openlyReached(given), ...weakSecrets(given), ...weakPasswords(given), ...contradictions(given)];
}

const needed = ["PUBLIC_URL", "DATABASE_URL", "SESSION_SECRET", "PORTAL_SECRET", "SIGNING_KEY_FILE", "SIGNING_KEY_PASSPHRASE"];

const missing = (given: Environment): Fault[] =>
  needed.filter((variable) => !given[variable]).map((variable) => ({ variable, sentence: "must be set in production" }));

const ownMachine = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** Without https everybody on the way reads passwords and takes over sessions; nobody is on the way within one machine. */
function openlyReached({ PUBLIC_URL = "" }: Environment): Fault[] {
  if (!URL.canParse(PUBLIC_URL)) return [];
  const { protocol, hostname } = new URL(PUBLIC_URL);
  return protocol !== "http:" || ownMachine.test(hostname) ? [] : [{ variable: "PUBLIC_URL", sentence: "must begin with https:// in production" }];
}

const SHORTEST_SECRET = 32;
const FEWEST_CHARACTERS = 8;

/** What stands in an example somewhere, or at the head of every list of guesses, is known to everybody. */
const publicKnowledge = new RegExp(
  [
    "change.?me|example|default|secret|passw|pa55w|p@ss|guildhall|postgres|redis|admin|qwert|letmein|welcome|iloveyou|trustno1|1q2w3e|zaq12wsx|asdfgh|abcdef|abc123",
    "123456|234567|654321|000000|111111|666666|888888",
  ].join("|"),
  "i",
);

const weakSecrets = (given: Environment): Fault[] =>
  ["SESSION_SECRET", "PORTAL_SECRET"]
    .filter((variable) => given[variable] !== undefined && isWeak(given[variable]))
    .map((variable) => ({ variable, sentence: `must be at least ${SHORTEST_SECRET} random characters: openssl rand -hex 32` }));

const isWeak = (secret: string): boolean =>
  secret.length < SHORTEST_SECRET || new Set(secret.toLowerCase()).size < FEWEST_CHARACTERS || isGuessable(secret);

const isGuessable = (secret: string): boolean => publicKnowledge.test(secret) || isRepetition(secret.toLowerCase());

/** Whether a text is one piece said again and again: its length is not what it seems. */
const isRepetition = (text: string): boolean =>
  Array.from({ length: Math.floor(text.length / 2) }, (_, index) => index + 1).some((length) => text.startsWith(text.slice(length)));

const SHORTEST_PASSWORD = 12;

const weakPasswords = (given: Environment): Fault[] => [
  ...["DATABASE_URL", "MIGRATION_DATABASE_URL", "REDIS_URL"].flatMap((variable) => weakness(variable, passwordIn(given[variable] ?? ""), "carries a password")),
  ...weakness("SIGNING_KEY_PASSPHRASE", given["SIGNING_KEY_PASSPHRASE"] ?? "", "is a passphrase"),
];

/** What is wrong with a password; one that is absent is no password: another way of proving oneself stands in its place, or nothing is reached. */
function weakness(variable: string, password: string, what: string): Fault[] {
  if (password === "") return [];
  if (isGuessable(password)) return [{ variable, sentence: `${what} that everybody knows; choose another: openssl rand -hex 32` }];
  if (password.length < SHORTEST_PASSWORD) return [{ variable, sentence: `${what} of fewer than ${SHORTEST_PASSWORD} characters; choose a longer one: openssl rand -hex 32` }];
  return [];
}

/** The password an address carries, before its host or among its parameters. */
function passwordIn(address: string): string {
  if (!URL.canParse(address)) return "";
  const { password, searchParams } = new URL(address);
  try {
    return searchParams.get("password") ?? decodeURIComponent(password);
  } catch {
    return password;
  }
}

function contradictions({ SESSION_SECRET, PORTAL_SECRET, DEMO }: Environment): Fault[] {
  const shared = SESSION_SECRET !== undefined && SESSION_SECRET.toLowerCase() === PORTAL_SECRET?.toLowerCase();
  return [
    ...(shared ? [{ variable: "PORTAL_SECRET", sentence: "must differ from SESSION_SECRET by more than capitals" }] : []),
    ...(DEMO === "true" ? [{ variable: "DEMO", sentence: "must not be true in production: demo persons have passwords that everybody knows" }] : []),
  ];
}
