import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { acts, assessmentHouse, type AssessmentHouse, declared, draftOf, submittedOf } from "./people.ts";

let house: AssessmentHouse;
beforeAll(async () => (house = await assessmentHouse()));
afterAll(() => house.close());

const ofOrders = (fileId: string) => ({ indicator: "I-1.1", fileId, note: "Export of the order system" });
interface Sheet {
  indicator: string;
  proof: string;
  evidence: { id: string }[];
}
const orders = (answers: Sheet[]) => answers.find(({ indicator }) => indicator === "I-1.1");

describe("evidence", () => {
  test("makes an answer document-backed, its removal undoes that, and either is a revision of its own", async () => {
    const acme = await house.member();
    const { id, revision } = await draftOf(acme);
    const fileId = await house.file(acme);
    const { act } = (await acme.ask(acts.attach, { id, input: ofOrders(fileId) })).data;
    expect(act).toMatchObject({ problems: [], assessment: { revision: revision + 1 } });
    const sheet = orders(act.assessment.answers);
    expect(sheet).toMatchObject({ proof: "DOCUMENT_BACKED", evidence: [{ note: "Export of the order system", file: { id: fileId, name: "ledger.csv", mediaType: "text/csv" } }] });
    const gone = (await acme.ask(acts.detach, { evidenceId: sheet?.evidence[0]?.id })).data.act;
    expect(gone.assessment.revision).toBe(revision + 2);
    expect(orders(gone.assessment.answers)).toMatchObject({ proof: "SELF_DECLARED", evidence: [] });
    const [kept] = await house.asOwner<{ detached: boolean }>("select detached_at is not null as detached from evidence where assessment_id = $1", [id]);
    expect(kept).toEqual({ detached: true });
    const sealed = await house.asOwner<{ act: string; changed: boolean }>(
      "select act, before_digest <> after_digest as changed from journal_entry where record = $1 and act like 'assessment.evidence-%' order by seq", [id]);
    expect(sealed).toEqual([{ act: "assessment.evidence-attached", changed: true }, { act: "assessment.evidence-detached", changed: true }]);
  });

  test("the same file twice on one answer is one piece, on two answers two", async () => {
    const acme = await house.member();
    const { id, revision } = await draftOf(acme);
    const fileId = await house.file(acme);
    const revisions: number[] = [];
    for (const indicator of ["I-1.1", "I-1.1", "I-1.3"]) revisions.push((await acme.ask(acts.attach, { id, input: { indicator, fileId } })).data.act.assessment.revision);
    expect(revisions).toEqual([revision + 1, revision + 1, revision + 2]);
    expect(await house.asOwner("select indicator from evidence where assessment_id = $1 order by indicator", [id])).toEqual([{ indicator: "I-1.1" }, { indicator: "I-1.3" }]);
  });

  test("is refused for a file of somebody else as for one that is not there", async () => {
    const [acme, rival] = [await house.member(), await house.member()];
    const { id } = await draftOf(acme);
    const foreign = (await acme.ask(acts.attach, { id, input: ofOrders(await house.file(rival)) })).data.act.problems;
    const none = (await acme.ask(acts.attach, { id, input: ofOrders("fil_01JD0000000000000000000000") })).data.act.problems;
    expect(foreign).toEqual([{ code: "NOT_FOUND", path: "input.fileId" }]);
    expect(none).toEqual(foreign);
  });

  test("is refused for an unknown indicator, and once handed in", async () => {
    const acme = await house.member();
    const { id, revision } = await draftOf(acme);
    const fileId = await house.file(acme);
    expect((await acme.ask(acts.attach, { id, input: { indicator: "I-9.9", fileId } })).data.act.problems).toEqual([{ code: "UNKNOWN_INDICATOR", path: "input.indicator" }]);
    const { act } = (await acme.ask(acts.attach, { id, input: ofOrders(fileId) })).data;
    expect((await acme.ask(acts.submit, { id, input: declared(revision) })).data.act.problems).toEqual([{ code: "CONFLICT", path: "input.revision" }]);
    expect((await acme.ask(acts.submit, { id, input: declared(act.assessment.revision) })).data.act.problems).toEqual([]);
    expect((await acme.ask(acts.attach, { id, input: { indicator: "I-1.3", fileId } })).data.act.problems).toEqual([{ code: "ALREADY_SUBMITTED", path: "id" }]);
    expect((await acme.ask(acts.detach, { evidenceId: orders(act.assessment.answers)?.evidence[0]?.id })).data.act.problems).toEqual([{ code: "ALREADY_SUBMITTED", path: "id" }]);
  });

  test("of another member cannot be taken off, nor told from none", async () => {
    const [acme, rival] = [await house.member(), await house.member()];
    const { id } = await draftOf(acme);
    const { act } = (await acme.ask(acts.attach, { id, input: ofOrders(await house.file(acme)) })).data;
    const foreign = (await rival.ask(acts.detach, { evidenceId: orders(act.assessment.answers)?.evidence[0]?.id })).data.act;
    expect(foreign).toEqual({ assessment: null, problems: [{ code: "NOT_FOUND", path: "id" }] });
    expect((await rival.ask(acts.attach, { id, input: ofOrders(await house.file(rival)) })).data.act).toEqual({ assessment: null, problems: [{ code: "NOT_FOUND", path: "id" }] });
  });

  test("limits the points a value can earn, and the page can say so", async () => {
    const acme = await house.member();
    const id = await submittedOf(acme);
    const { preview } = (await acme.ask(`query ($id: ID!) { assessment(id: $id) { preview { indicators(group: "G1") { indicator points proof reasons { code limit } } } } }`, { id })).data.assessment;
    const leaf = preview.indicators.find(({ indicator }: { indicator: string }) => indicator === "I-1.1");
    expect(leaf).toMatchObject({ points: "60.00", proof: "SELF_DECLARED" });
    expect(leaf.reasons).toContainEqual({ code: "LIMITED_BY_PROOF", limit: "60" });
  });
});
