import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { dayInWords } from "../../../server/kernel/in-words.ts";
import { standAs } from "../../support/standing.ts";
import { acts, confirming, declared, draftOf, exampleAnswers, type Person } from "../assessments/people.ts";
import { openRegister, type Register } from "../certificates/register.ts";
import { judgedBy } from "./judged.ts";

let register: Register;
beforeAll(async () => void (register = await openRegister()));
afterAll(() => register.close());

const judged = () => judgedBy(register.world, "CERTIFICATE_IN_DATE");
const expiryOf = async (id: string) => (await register.asOwner<{ day: string }>("select expires_on::text as day from certificate where id = $1", [id]))[0]?.day ?? "";
/** Noon of the association's day so many days before a day. */
const noonBefore = (day: string, days: number) => new Date(Date.parse(`${day}T04:00:00Z`) - days * 86_400_000).toISOString();

/** The next half-year's assessment, confirmed and with its certificate drawn. */
async function renew(holder: Person): Promise<void> {
  register.travelTo("2027-02-01T02:00:00Z");
  const { id, revision } = await draftOf(holder, exampleAnswers(), "2026-H2");
  expect((await holder.ask(acts.submit, { id, input: declared(revision) })).data.act.problems).toEqual([]);
  expect((await confirming(await register.officer(), id)).data.act.problems).toEqual([]);
  await register.draw(id);
}

describe("the rule that a certificate is in date", () => {
  test("finds one that ends within thirty days or has ended, and judges nobody who has none", async () => {
    const { id, number, holder } = await register.issued();
    const other = await register.member();
    await standAs(register, "ACTIVE", holder.actor.memberId, other.actor.memberId);
    const expires = await expiryOf(id);
    register.travelTo(noonBefore(expires, 30));
    expect(await judged()).toMatchObject({ breaches: [], examined: 1 });
    for (const days of [29, 0, -400]) {
      register.travelTo(noonBefore(expires, days));
      expect(await judged()).toEqual({
        breaches: [[holder.actor.memberId, number]], examined: 1,
        sentence: `Certificate ${number} is valid through ${dayInWords(expires, "en")}: it is over, or will be within 30 days, and has not been renewed.`,
      });
    }
    await renew(holder);
    register.travelTo(noonBefore(expires, 0));
    expect(await judged()).toMatchObject({ breaches: [], examined: 1 });
  });

  test("does not judge by one that is suspended", async () => {
    register.travelTo("2026-08-03T02:00:00Z");
    const { id, holder } = await register.issued();
    await standAs(register, "ACTIVE", holder.actor.memberId);
    register.travelTo(noonBefore(await expiryOf(id), 1));
    const before = await judged();
    expect(before.breaches.map(([memberId]) => memberId)).toEqual([holder.actor.memberId]);
    const suspend = "mutation ($id: ID!) { act: certificateSuspend(id: $id, reason: \"The figures are under inquiry.\") { problems { code } } }";
    expect((await (await register.officer()).ask(suspend, { id })).data.act.problems).toEqual([]);
    expect(await judged()).toMatchObject({ breaches: [], examined: before.examined - 1 });
  });
});
