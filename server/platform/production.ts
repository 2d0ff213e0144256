export type Environment = Readonly<Record<string, string | undefined>>;

/** A variable and what is wrong with it, as the end of a sentence that begins with its name. */
export interface Fault {
  variable: string;
  sentence: string;
}

/** Everything that speaks against serving the public from this environment. Absent means empty too. */
export function unfitForProduction(given: Environment): Fault[] {
  return [...missing(given), ...weakSecrets(given), ...knownPasswords(given), ...contradictions(given)];
}

const needed = ["PUBLIC_URL", "DATABASE_URL", "SESSION_SECRET", "PORTAL_SECRET", "SIGNING_KEY_FILE", "SIGNING_KEY_PASSPHRASE"];

const missing = (given: Environment): Fault[] =>
  needed.filter((variable) => !given[variable]).map((variable) => ({ variable, sentence: "must be set in production" }));

const SHORTEST_SECRET = 32;

/** A secret that stands in an example somewhere is known to everybody. */
const publicKnowledge = /change.?me|example|default|secret|password|guildhall|postgres|^(.)\1*$/i;

const weakSecrets = (given: Environment): Fault[] =>
  ["SESSION_SECRET", "PORTAL_SECRET"]
    .filter((variable) => given[variable] !== undefined && isWeak(given[variable]))
    .map((variable) => ({ variable, sentence: `must be at least ${SHORTEST_SECRET} random characters: openssl rand -hex 32` }));

const isWeak = (secret: string): boolean => secret.length < SHORTEST_SECRET || publicKnowledge.test(secret);

const knownPasswords = (given: Environment): Fault[] =>
  ["SIGNING_KEY_PASSPHRASE", "DATABASE_URL", "MIGRATION_DATABASE_URL"]
    .filter((variable) => publicKnowledge.test(passwordIn(given[variable] ?? "")))
    .map((variable) => ({ variable, sentence: "carries a password that everybody knows; choose another" }));

/** The password of a connection address; any other text is itself the secret. */
const passwordIn = (text: string): string => (URL.canParse(text) ? decodeURIComponent(new URL(text).password) : text);

function contradictions({ SESSION_SECRET, PORTAL_SECRET, DEMO }: Environment): Fault[] {
  const shared = SESSION_SECRET !== undefined && SESSION_SECRET === PORTAL_SECRET;
  return [
    ...(shared ? [{ variable: "PORTAL_SECRET", sentence: "must differ from SESSION_SECRET" }] : []),
    ...(DEMO === "true" ? [{ variable: "DEMO", sentence: "must not be true in production: demo persons have passwords that everybody knows" }] : []),
  ];
}
