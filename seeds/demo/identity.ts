import type { Services } from "../../server/compose.ts";
import type { Localized } from "../../server/kernel/language.ts";
import { Credential, secondFactorRoles, User, userTotpEnrolled } from "../../server/modules/identity/index.ts";
import type { Context } from "../../server/platform/context.ts";
import { announce } from "../../server/platform/outbox.ts";
import { done, type Outcome } from "../../server/platform/outcome.ts";
import { type DemoPerson, demoPassword, demoPersons, demoTotpSecret } from "./persons.ts";

type DemoServices = Pick<Services, "demo" | "invitations" | "secrets">;

/**
 * Lets the people of the demo story in, each by an invitation as anybody would come. `memberIds` are the ids of the demo
 * members by their keys. Refuses in production; those who are there already stay as they are.
 */
export async function seedDemoPersons(ctx: Context, memberIds: ReadonlyMap<string, string>, services: DemoServices): Promise<void> {
  if (!services.demo) throw new Error("Demo persons have passwords that everybody knows: they are never let into production.");
  const present = new Set((await ctx.rows<{ email: string }>("select email from demo_person")).map(({ email }) => email));
  for (const [position, person] of demoPersons.entries()) {
    if (present.has(person.email)) continue;
    const outcome = await ctx.inTransaction((tx) => join(tx, person, position, memberIds, services));
    if (!outcome.ok) throw new Error(`${person.email} was not let in: ${outcome.problems.map(({ code, path }) => `${code} ${path}`).join(", ")}`);
  }
}

async function join(tx: Context, person: DemoPerson, position: number, memberIds: ReadonlyMap<string, string>, services: DemoServices): Promise<Outcome<User>> {
  const memberId = person.memberKey === undefined ? null : (memberIds.get(person.memberKey) ?? null);
  const { email, role, name, shows } = person;
  const sent = await services.invitations.send(tx, { email, role, memberId, language: "zh-Hant" }, "all");
  if (!sent.ok) return sent;
  const token = sent.value.link.split("#").at(-1) ?? "";
  const joined = await services.invitations.accept(tx, { token, name: name["zh-Hant"], password: demoPassword });
  if (!joined.ok) return joined;

  const { id } = joined.value;
  if (secondFactorRoles.includes(role)) await enrol(tx, id, services);
  await tx.rows("insert into demo_person (user_id, position, email, name, role, shows, password) values ($1, $2, $3, $4, $5, $6, $7)", [
    id, position, email, JSON.stringify(withAccountName(name)), role, JSON.stringify(shows), demoPassword,
  ]);
  return done(joined.value);
}

/** Gives them the second factor everybody knows, so that the portal can show its code. */
async function enrol(tx: Context, userId: string, { secrets }: DemoServices): Promise<void> {
  await tx.db.update(Credential, { userId }, { totpSecret: secrets.seal(demoTotpSecret, userId) });
  await tx.db.update(User, { id: userId }, { totpEnrolledAt: tx.now });
  announce(tx, userTotpEnrolled, { userId }, { record: userId, before: { totpEnrolledAt: null }, after: { totpEnrolledAt: tx.now } });
}

/** An account has one name, and greets by it whatever the language: the sign-in page in English shows it too. */
export const withAccountName = (name: Localized): Localized => ({ ...name, en: `${name.en} (${name["zh-Hant"]})` });
