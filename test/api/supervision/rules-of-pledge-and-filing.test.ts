import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { acts, assessmentHouse, type AssessmentHouse, askingAs, declared, draftOf, type Person, reviewing, revisionSeenBy, submittedOf } from "../assessments/people.ts";
import { openWorld, type World } from "../../support/world.ts";
import { judgedBy, secondPledge } from "./judged.ts";

const memberOf = ({ actor }: { actor: { memberId: string | null } }): string => actor.memberId ?? "";

describe("the rule that the pledge is signed", () => {
  let world: World;
  beforeAll(async () => (world = await openWorld({ now: new Date("2026-01-12T03:00:00Z") })));
  afterAll(() => world.close());

  const sign = async (person: Awaited<ReturnType<World["member"]>>) => {
    const { data } = await person.run<{ pledge: { id: string; textDigest: string } }>("{ pledge { id textDigest(language: EN) } }");
    const input = { versionId: data?.pledge.id, textDigest: data?.pledge.textDigest, readToEnd: true, consent: true, signatoryName: "Lin Mei", signatoryTitle: "Manager" };
    const answer = await person.run<{ pledgeSign: { problems: object[] } }>("mutation ($input: PledgeSignInput!) { pledgeSign(input: $input) { problems { code } } }", { input });
    expect(answer.data?.pledgeSign.problems).toEqual([]);
  };
  const judged = () => judgedBy(world, "PLEDGE_SIGNED");

  test("accuses nobody through the day members were told, and from the day after those who have not signed", async () => {
    const [signer, idler] = [await world.member(), await world.member()];
    await sign(signer);
    world.travelTo("2026-03-31T15:30:00Z");
    expect(await judged()).toMatchObject({ breaches: [], examined: 1 });
    world.travelTo("2026-03-31T16:30:00Z");
    expect(await judged()).toEqual({
      breaches: [[memberOf(idler), ""]], examined: 2, sentence: "Version 1 of the pledge was to be signed by 31 March 2026 and was never signed.",
    });
    await sign(await world.member({ memberId: memberOf(idler) }));
    expect(await judged()).toMatchObject({ breaches: [], examined: 2 });
  });

  test("gives a newcomer its days of grace from admission, and judges it not before they are over", async () => {
    const before = await judged();
    const newcomer = await world.member({ firm: { admittedOn: "2026-03-20" } });
    world.travelTo("2026-04-19T12:00:00Z");
    expect(await judged()).toEqual(before);
    world.travelTo("2026-04-20T02:00:00Z");
    expect(await judged()).toMatchObject({ breaches: [[memberOf(newcomer), ""]], examined: before.examined + 1, sentence: expect.stringContaining("by 19 April 2026") });
  });

  test("asks for a new version from the day after its own day, and until then for the one before", async () => {
    const { breaches: [unsigned] } = await judged();
    await secondPledge(world, "2026-07-01", "2026-09-30");
    world.travelTo("2026-09-30T12:00:00Z");
    expect((await judged()).breaches).toEqual([unsigned]);
    world.travelTo("2026-10-01T02:00:00Z");
    const { breaches, examined } = await judged();
    expect(breaches).toHaveLength(examined);
    expect(examined).toBe(3);
  });
});

describe("the rules that a self-assessment is filed in time and its changes are made", () => {
  let house: AssessmentHouse;
  beforeEach(async () => void (house = await assessmentHouse()));
  afterEach(() => house.close());

  const H1 = "2026-H1";
  const bornOn = async (admittedOn: string): Promise<Person> => askingAs(await house.world.member({ firm: { admittedOn } }));
  const sendBack = async (id: string) => {
    const { data } = await reviewing(await house.officer(), "return", id, { notes: [{ indicator: "I-4.3", reason: "The survey is missing." }] });
    expect(data.act.problems).toEqual([]);
  };
  const again = async (person: Person, id: string) => {
    expect((await person.ask(acts.submit, { id, input: declared(await revisionSeenBy(person, id)) })).data.act.problems).toEqual([]);
  };

  test("the day of the first handing-in counts: not a later one, asked for in review", async () => {
    const [sentBack, onTheDay, dayAfter] = [await house.member(), await house.member(), await house.member()];
    const id = await submittedOf(sentBack);
    house.travelTo("2026-09-30T15:30:00Z");
    await submittedOf(onTheDay);
    house.travelTo("2026-09-30T16:30:00Z");
    await submittedOf(dayAfter);
    house.travelTo("2026-10-08T02:00:00Z");
    await sendBack(id);
    house.travelTo("2026-10-20T02:00:00Z");
    await again(sentBack, id);
    house.travelTo("2026-11-02T03:00:00Z");
    expect(await judgedBy(house.world, "ASSESSMENT_FILED")).toEqual({
      breaches: [[memberOf(dayAfter), H1]], examined: 3, sentence: "The self-assessment for the first half of 2026 was due on 30 September 2026 and is 1 day late.",
    });
  });

  test("what was sent back and has not come again was filed; what was begun and never handed in was not, nor what was never begun", async () => {
    const [sentBack, begun, idle] = [await house.member(), await house.member(), await house.member()];
    await sendBack(await submittedOf(sentBack));
    await draftOf(begun);
    house.travelTo("2026-11-02T03:00:00Z");
    const { breaches, examined } = await judgedBy(house.world, "ASSESSMENT_FILED");
    expect(breaches).toEqual([[memberOf(begun), H1], [memberOf(idle), H1]].sort());
    expect(examined).toBe(3);
  });

  test("a firm is asked only for periods to which it belonged from their first day, and its own list says the same", async () => {
    const [whole, nearly] = [await bornOn("2026-01-01"), await bornOn("2026-01-02")];
    house.travelTo("2026-11-02T03:00:00Z");
    expect(await judgedBy(house.world, "ASSESSMENT_FILED")).toMatchObject({ breaches: [[memberOf(whole), H1]], examined: 1 });
    const askedOf = async (person: Person) => (await person.ask("{ assessmentRounds { period { code } } }")).data.assessmentRounds.map(({ period }: { period: { code: string } }) => period.code) as string[];
    expect(await askedOf(whole)).toEqual([H1]);
    expect(await askedOf(nearly)).toEqual([]);
    expect(await askedOf(await house.officer())).toEqual([H1, "2025"]);
    expect((await nearly.ask(acts.begin, { period: H1 })).data.act.problems).toEqual([]);
    expect(await askedOf(nearly)).toEqual([H1]);
  });

  test("nobody is late on the due day itself, and before the first round is over nobody is judged", async () => {
    const idle = await house.member();
    house.travelTo("2026-09-30T12:00:00Z");
    expect((await judgedBy(house.world, "ASSESSMENT_FILED")).breaches).toEqual([[memberOf(idle), "2025"]]);
    house.travelTo("2026-03-31T12:00:00Z");
    expect(await judgedBy(house.world, "ASSESSMENT_FILED")).toMatchObject({ breaches: [], examined: 0 });
  });

  test("changes asked for are to be made within fifteen days; of whom none were asked, nothing is known", async () => {
    const [made, open] = [await house.member(), await house.member()];
    await submittedOf(await house.member());
    const ids = [await submittedOf(made), await submittedOf(open)] as const;
    house.travelTo("2026-08-10T02:00:00Z");
    for (const id of ids) await sendBack(id);
    house.travelTo("2026-08-12T02:00:00Z");
    await again(made, ids[0]);
    house.travelTo("2026-08-25T12:00:00Z");
    expect(await judgedBy(house.world, "ASSESSMENT_CHANGES_MADE")).toMatchObject({ breaches: [], examined: 1 });
    house.travelTo("2026-08-26T02:00:00Z");
    expect(await judgedBy(house.world, "ASSESSMENT_CHANGES_MADE")).toEqual({
      breaches: [[memberOf(open), H1]], examined: 2,
      sentence: "Changes to the self-assessment for the first half of 2026 were asked for 16 days ago and it has not come back; the limit is 15 days.",
    });
  });
});
