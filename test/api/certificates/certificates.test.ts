import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sha256 } from "../../../server/kernel/digest.ts";
import type { Person } from "../assessments/people.ts";
import { openRegister, type Register } from "./register.ts";

let register: Register;
beforeAll(async () => (register = await openRegister()));
afterAll(() => register.close());

const FIELDS = "id number state status grade issuedOn expiresOn fileId standing { holder creditCode score periodFrom periodTo } changes { state reason } mayChange: viewerMay(act: CERTIFICATE_CHANGE)";
const ONE = `query ($id: ID!) { certificate(id: $id) { ${FIELDS} } }`;
const LIST = `query ($first: Int!, $after: String, $state: CertificateState, $member: ID) {
  certificates(first: $first, after: $after, state: $state, memberId: $member) { totalCount edges { node { ${FIELDS} } } pageInfo { hasNextPage endCursor } } }`;
const VERIFY = "query ($number: String!) { verification(number: $number) { status number standing { holder grade } checkedAt } }";
const change = (verb: "Suspend" | "Reinstate" | "Withdraw") =>
  `mutation ($id: ID!, $reason: String!) { act: certificate${verb}(id: $id, reason: $reason) { certificate { ${FIELDS} } problems { code path } } }`;

const does = async (verb: "Suspend" | "Reinstate" | "Withdraw", id: string, reason = "The figures are under inquiry.", by?: Person) =>
  (await (by ?? (await register.officer())).ask(change(verb), { id, reason })).data?.act as { certificate: Record<string, unknown> | null; problems: object[] };
const verified = async (number: string) => (await register.stranger.ask(VERIFY, { number })).data.verification as { status: string; number: string | null; standing: object | null };

describe("a certificate", () => {
  test("is numbered when it is ordered, and says so while its paper is drawn", async () => {
    const { world } = register;
    const { holder, assessmentId } = await register.earned();
    const ordered = await world.change((tx) => world.services.certificates.order(tx, assessmentId));
    const seen = (await holder.ask(ONE, { id: ordered?.id })).data.certificate;
    expect(seen).toMatchObject({ number: ordered?.number, state: "ORDERED", status: null, fileId: null, mayChange: false });
    expect(await verified(ordered?.number ?? "")).toMatchObject({ status: "NOT_IN_REGISTER", standing: null });
    await register.draw(assessmentId);
    expect((await holder.ask(ONE, { id: ordered?.id })).data.certificate).toMatchObject({ state: "ISSUED", status: "VALID", fileId: expect.stringMatching(/^fil_/) });
  });

  test("states what was assessed, and its file is the one registered", async () => {
    const { id, number, holder, paper } = await register.issued();
    const seen = (await holder.ask(ONE, { id })).data.certificate;
    expect(seen).toMatchObject({ number, issuedOn: "2026-08-03", standing: { periodFrom: "2026-01-01", periodTo: "2026-06-30" }, changes: [] });
    const [file] = await register.asOwner<{ digest: string; member: string }>("select digest, member_id as member from stored_file where id = $1", [seen.fileId]);
    expect(file).toEqual({ digest: sha256(paper), member: holder.actor.memberId });
  });

  test("is issued once, however often and however much at once its job runs", async () => {
    const { assessmentId } = await register.earned();
    await Promise.all(Array.from({ length: 5 }, () => register.draw(assessmentId)));
    await register.draw(assessmentId);
    expect(await register.asOwner("select state from certificate where assessment_id = $1", [assessmentId])).toEqual([{ state: "ISSUED" }]);
    const facts = await register.asOwner<{ event: string }>(
      "select event from outbox where payload->>'certificateId' = (select id from certificate where assessment_id = $1) order by id", [assessmentId],
    );
    expect(facts.map(({ event }) => event)).toEqual(["certificate.ordered", "certificate.issued"]);
  });

  test("numbers run on without a gap", async () => {
    const numbers = (await register.asOwner<{ number: string }>("select number from certificate order by number")).map(({ number }) => Number(number.split("-")[2]));
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  });
});

describe("a check by number", () => {
  test("answers VALID, SUSPENDED, VALID again, EXPIRED and WITHDRAWN as the register changes", async () => {
    const { id, number } = await register.issued();
    const statuses: string[] = [];
    const look = async () => statuses.push((await verified(number)).status);
    await look();
    await does("Suspend", id);
    await look();
    await does("Reinstate", id);
    await look();
    register.travelTo("2027-08-02T15:59:00Z");
    await look();
    register.travelTo("2027-08-02T16:00:00Z");
    await look();
    await does("Withdraw", id);
    await look();
    register.travelTo("2026-08-03T02:00:00Z");
    expect(statuses).toEqual(["VALID", "SUSPENDED", "VALID", "VALID", "EXPIRED", "WITHDRAWN"]);
  });

  test("answers NOT_IN_REGISTER for what was never issued and for what is no number", async () => {
    expect(await verified("GHA-2026-999999-0")).toMatchObject({ status: "NOT_IN_REGISTER", standing: null });
    expect(await verified("'; drop table certificate; --")).toMatchObject({ status: "NOT_IN_REGISTER", number: null });
    expect(await verified("")).toMatchObject({ status: "NOT_IN_REGISTER", number: null });
  });

  test("reads the number however it was typed", async () => {
    const { number } = await register.issued();
    expect(await verified(` ${number.toLowerCase().replaceAll("-", " ")} `)).toMatchObject({ status: "VALID", number });
  });

  test("tells an officer and the holder no more than a stranger", async () => {
    const { number, holder } = await register.issued();
    const all = [await register.officer(), holder, register.stranger];
    const told = () => Promise.all(all.map(async (person) => (await person.ask(VERIFY, { number })).data.verification.status));
    expect(await told()).toEqual(["VALID", "VALID", "VALID"]);
    await register.asOwner("alter policy certificate_public on certificate using (false)");
    expect(await told()).toEqual(["NOT_IN_REGISTER", "NOT_IN_REGISTER", "NOT_IN_REGISTER"]);
    await register.asOwner("alter policy certificate_public on certificate using (state <> 'ORDERED')");
  });

  test("tells strangers what the paper states and nothing else of the member", async () => {
    const { number } = await register.issued();
    const { standing } = await verified(number);
    expect(standing).toEqual({ holder: expect.any(String), grade: expect.stringMatching(/^(A{1,3}|B{1,3}|C)$/) });
  });
});

describe("a change of state", () => {
  test("keeps who, when and why, and tells the house", async () => {
    const { id } = await register.issued();
    const officer = await register.officer();
    expect(await does("Suspend", id, "  The figures are under inquiry. ", officer)).toMatchObject({
      problems: [], certificate: { state: "SUSPENDED", status: "SUSPENDED", changes: [{ state: "SUSPENDED", reason: "The figures are under inquiry." }], mayChange: true },
    });
    const [entry] = await register.asOwner("select actor_id from journal_entry where record = $1 and act = 'certificate.suspended'", [id]);
    expect(entry).toEqual({ actor_id: officer.actor.userId });
  });

  const wrong = [{ code: "CERTIFICATE_STATE", path: "id" }];
  test("is refused where the certificate does not stand so", async () => {
    const { id } = await register.issued();
    expect((await does("Reinstate", id)).problems).toEqual(wrong);
    await does("Suspend", id);
    expect((await does("Suspend", id)).problems).toEqual(wrong);
    await does("Withdraw", id);
    for (const verb of ["Suspend", "Reinstate", "Withdraw"] as const) expect((await does(verb, id)).problems).toEqual(wrong);
    const seen = (await (await register.officer()).ask(ONE, { id })).data.certificate;
    expect([seen.state, seen.mayChange, seen.changes.map(({ state }: { state: string }) => state)]).toEqual(["WITHDRAWN", false, ["WITHDRAWN", "SUSPENDED"]]);
  });

  test.each([
    ["no reason", " \n ", "REQUIRED"],
    ["a reason nobody reads to its end", "x".repeat(2_001), "TOO_LONG"],
  ])("with %s is refused, and nothing changes", async (_, reason, code) => {
    const { id, number } = await register.issued();
    expect((await does("Withdraw", id, reason)).problems).toEqual([{ code, path: "reason" }]);
    expect(await verified(number)).toMatchObject({ status: "VALID" });
  });

  test("twenty at once withdraw once", async () => {
    const { id } = await register.issued();
    const all = await Promise.all(Array.from({ length: 20 }, () => does("Withdraw", id)));
    expect(all.filter(({ problems }) => problems.length === 0)).toHaveLength(1);
    expect(await register.asOwner("select 1 from certificate_change where certificate_id = $1", [id])).toHaveLength(1);
  });

  test("wants a fresh proof of identity, and an officer", async () => {
    const { id, holder } = await register.issued();
    const tired = await register.officer({ steppedUp: false });
    for (const verb of ["Suspend", "Reinstate", "Withdraw"] as const) {
      expect((await tired.ask(change(verb), { id, reason: "x" })).codes).toEqual(["STEP_UP_REQUIRED"]);
      expect((await holder.ask(change(verb), { id, reason: "x" })).codes).toEqual(["FORBIDDEN"]);
      expect((await (await register.world.panel()).run(change(verb), { id, reason: "x" })).errors.map(({ code }) => code)).toEqual(["FORBIDDEN"]);
    }
  });

  test("of a certificate that is not there, or only ordered, finds nothing", async () => {
    const { world } = register;
    const { assessmentId } = await register.earned();
    const ordered = await world.change((tx) => world.services.certificates.order(tx, assessmentId));
    for (const id of ["crt_01JD0000000000000000000000", ordered?.id ?? ""]) expect((await does("Withdraw", id)).problems).toEqual([{ code: "NOT_FOUND", path: "id" }]);
  });
});

describe("the register", () => {
  test("is whole for the association, page by page and by state", async () => {
    const { id } = await register.issued();
    await does("Suspend", id);
    const officer = await register.officer();
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { certificates }: { certificates: { edges: { node: { id: string } }[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } } } = (await officer.ask(LIST, { first: 3, after })).data;
      seen.push(...certificates.edges.map(({ node }: { node: { id: string } }) => node.id));
      after = certificates.pageInfo.hasNextPage ? certificates.pageInfo.endCursor : null;
    } while (after);
    const all = (await register.asOwner<{ id: string }>("select id from certificate")).map((row) => row.id);
    expect([...seen].sort()).toEqual(all.sort());
    const { certificates } = (await officer.ask(LIST, { first: 100, state: "SUSPENDED" })).data;
    expect(new Set(certificates.edges.map(({ node }: { node: { state: string } }) => node.state))).toEqual(new Set(["SUSPENDED"]));
    expect(certificates.edges.map(({ node }: { node: { id: string } }) => node.id)).toContain(id);
  });

  test("shows a member its own and no other's, whatever it asks", async () => {
    const [mine, theirs] = [await register.issued(), await register.issued()];
    const asked = async (variables: object) => (await mine.holder.ask(LIST, { first: 100, ...variables })).data.certificates;
    expect((await asked({})).edges.map(({ node }: { node: { id: string } }) => node.id)).toEqual([mine.id]);
    expect(await asked({ member: theirs.holder.actor.memberId })).toMatchObject({ totalCount: 0, edges: [] });
    expect((await mine.holder.ask(ONE, { id: theirs.id })).data).toEqual({ certificate: null });
    expect((await mine.holder.ask("query ($id: ID!) { node(id: $id) { id } }", { id: theirs.id })).data).toEqual({ node: null });
  });

  test("is closed to regulators, inspectors, operators and strangers, who check by number", async () => {
    for (const person of [await register.world.regulator(), await register.world.inspector(), await register.world.operator()])
      expect((await person.run(LIST, { first: 1 })).errors.map(({ code }) => code)).toEqual(["FORBIDDEN"]);
    expect((await register.stranger.ask(LIST, { first: 1 })).codes).toEqual(["UNAUTHENTICATED"]);
  });
});
