import { generateKeyPairSync } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { graphql } from "graphql";
import { compose } from "../../server/compose.ts";
import { newId } from "../../server/kernel/ids.ts";
import { personAsActor, type Role, User } from "../../server/modules/identity/index.ts";
import { type Admission, creditCodeCheck, type Member } from "../../server/modules/members/index.ts";
import { type Actor, anonymous, system } from "../../server/platform/actor.ts";
import { Context } from "../../server/platform/context.ts";
import { done, type Outcome } from "../../server/platform/outcome.ts";
import { createSchema } from "../../server/schema.ts";
import { testDatabase } from "./database.ts";

export interface Answer<Data> {
  data: Data | null;
  errors: { code: string; path: string }[];
}

/** Somebody who can act. */
export interface Person {
  actor: Actor;
  /** Runs an operation as this person through the real schema; a defect is thrown, so that no test mistakes it for an answer. */
  run: <Data = Record<string, unknown>>(document: string, variables?: Record<string, unknown>) => Promise<Answer<Data>>;
}

export interface PersonOptions {
  /** Whether identity was proved a moment ago; true unless said. */
  steppedUp?: boolean;
}

export interface MemberOptions extends PersonOptions {
  /** The firm to act for; a new one unless said. */
  memberId?: string;
  role?: "MEMBER_ADMIN" | "MEMBER_EDITOR";
  /** What is known of the new firm, where it matters. */
  firm?: Partial<Admission>;
}

/** Secrets of a house nobody lives in. */
export const worldSecrets = { portalSecret: "portal-of-the-world".padEnd(32, "."), sessionSecret: "session-of-the-world".padEnd(32, ".") };

const STEPPED_UP = 10 * 60_000;

/** A house with a database of its own and people who can act in it. `now` stands still until `travel` moves it. */
export async function openWorld({ demo = false, now = new Date() }: { demo?: boolean; now?: Date } = {}) {
  const database = await testDatabase();
  const filesRoot = await mkdtemp(join(tmpdir(), "guildhall-files-"));
  const journalSigner = { name: "guild.example/journal", privateKey: generateKeyPairSync("ed25519").privateKey };
  const services = compose({
    ...worldSecrets, filesRoot, demo, zone: "Asia/Shanghai", publicUrl: "https://guild.example", trusted: [],
    journalSigner,
  });
  const schema = createSchema(services);
  let time = now;
  let firms = 0;

  const contextOf = (actor: Actor) => new Context({ source: database.source, actor, requestId: "test", now: time });
  const change = async <T>(work: (tx: Context) => Promise<Outcome<T>>): Promise<T> => {
    const outcome = await contextOf(system).inTransaction(work);
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
    return outcome.value;
  };

  const personOf = (actor: Actor): Person => ({
    actor,
    run: async <Data>(source: string, variableValues: Record<string, unknown> = {}) => {
      const contextValue = contextOf(actor);
      try {
        const { data, errors = [] } = await graphql({ schema, source, variableValues, contextValue });
        const defect = errors.find((error) => error.extensions["code"] === undefined);
        if (defect) throw defect.originalError ?? defect;
        const denials = errors.map(({ extensions, path }) => ({ code: String(extensions["code"]), path: path?.join(".") ?? "" }));
        return { data: data as Data | null, errors: denials };
      } finally {
        await contextValue.endReads();
      }
    },
  });

  const user = (roles: Role[], memberId: string | null): Promise<User> =>
    change(async (tx) => {
      const id = newId("usr", tx.now);
      const joined = { id, email: `${id.toLowerCase()}@guild.example`, name: `Person ${id.slice(-4)}`, language: "en" as const, roles, memberId };
      await tx.db.insert(User, { ...joined, totpEnrolledAt: memberId === null ? tx.now : null, disabledAt: null, joinedAt: tx.now });
      return done(await tx.db.findOneByOrFail(User, { id }));
    });

  const person = async (roles: Role[], memberId: string | null, { steppedUp = true }: PersonOptions = {}): Promise<Person> =>
    personOf({
      ...personAsActor(await user(roles, memberId), null, "203.0.113.7"),
      steppedUpUntil: steppedUp ? new Date(time.getTime() + STEPPED_UP) : null,
    });

  const firm = (known: Partial<Admission> = {}): Promise<Member> => {
    firms += 1;
    const stem = `91440101MA5C${String(firms).padStart(5, "0")}`;
    const name = `Firm ${firms}`;
    return change((tx) =>
      services.members.admit(tx, {
        name: { "zh-Hant": name, "zh-Hans": name, en: name }, creditCode: stem + creditCodeCheck(stem), region: "440000", sizeClass: "SMALL",
        productLines: ["GRAIN_OIL"], admittedOn: "2024-01-01", language: "zh-Hant", ...known,
      }),
    );
  };

  return {
    database,
    services,
    /** Who seals the journal. */
    signer: journalSigner,
    /** Where its files lie. */
    filesRoot,
    schema,
    contextOf,
    /** Makes a change as the house itself; throws when it is refused. */
    change,
    firm,
    user,
    person,
    /** Whoever this actor is. */
    as: personOf,
    stranger: (): Person => personOf(anonymous("en", "203.0.113.7")),
    officer: (options?: PersonOptions) => person(["OFFICER"], null, options),
    panel: (options?: PersonOptions) => person(["PANEL"], null, options),
    inspector: (options?: PersonOptions) => person(["INSPECTOR"], null, options),
    regulator: (options?: PersonOptions) => person(["REGULATOR"], null, options),
    operator: (options?: PersonOptions) => person(["OPERATOR"], null, options),
    /** Somebody of a member: its administrator unless said. */
    member: async ({ memberId, role = "MEMBER_ADMIN", firm: known, ...options }: MemberOptions = {}) =>
      person([role], memberId ?? (await firm(known)).id, options),
    now: () => time,
    /** Lets time pass, in milliseconds. */
    travel: (milliseconds: number) => void (time = new Date(time.getTime() + milliseconds)),
    travelTo: (instant: string) => void (time = new Date(instant)),
    /** The facts announced so far, of one subject if it is named: `assessment`. */
    announced: async (subject = "") =>
      (await database.asOwner<{ event: string }>("select event from outbox where event like $1 order by id", [`${subject}%`])).map(({ event }) => event),
    close: async () => {
      await database.close();
      await rm(filesRoot, { recursive: true, force: true });
    },
  };
}

export type World = Awaited<ReturnType<typeof openWorld>>;
