import { afterAll, beforeAll, expect, test } from "vitest";
import { system } from "../../../server/platform/actor.ts";
import { sweepApplicationsProcessor } from "../../../workers/sweeps/sweep-applications.processor.ts";
import { type ApplicationHouse, applicationHouse, inThree } from "../../api/applications/applicants.ts";
import { jobRun } from "../../support/job-run.ts";

let house: ApplicationHouse;
beforeAll(async () => (house = await applicationHouse()));
afterAll(() => house.close());

const sweep = (atOnce?: number) =>
  sweepApplicationsProcessor(house.services.retentions, house.services.applicationEvidence, atOnce).run({ period: "2026-03-02" }, jobRun(house.contextOf(system)));
const row = async (id: string) =>
  (await house.database.asOwner<{ state: string; erased: boolean; text: string; files: number; reasons: number; digests: number }>(
    `select a.state, a.erased_at is not null as erased, row_to_json(a)::text as text, (select count(*)::int from application_evidence e where e.application_id = a.id) as files,
       (select count(*)::int from application_reason r where r.application_id = a.id) as reasons,
       (select count(*)::int from application_step s where s.application_id = a.id and s.reason_digest is not null) as digests
     from application a where a.id = $1`, [id],
  ))[0];
const bytesOf = async (id: string) => (await house.database.asOwner<{ digest: string }>("select f.digest from stored_file f join application_evidence e on e.file_id = f.id where e.application_id = $1", [id]))[0]?.digest ?? "";
const isThere = (digest: string) => house.services.files.get(digest).then(() => true, () => false);

test("a draft left too long lapses and is forgotten with its files; one gone on with stays", async () => {
  const [left, kept] = [await house.drafted(), await house.drafted()];
  const digest = await bytesOf(left.id);
  house.travelTo("2026-03-20T02:00:00Z");
  await house.save({ token: kept.token, revision: kept.revision, sizeClass: "MICRO" });
  house.travelTo("2026-04-01T02:00:00Z");
  await sweep();
  expect(await row(left.id)).toMatchObject({ state: "DRAFT", erased: false, files: 1 });

  house.travelTo("2026-04-02T02:00:00Z");
  await sweep();
  const gone = await row(left.id);
  expect(gone).toMatchObject({ state: "LAPSED", erased: true, files: 0 });
  expect(gone?.text).not.toMatch(/合記|Mei-ling|hop\.example|91440300/);
  expect(await isThere(digest)).toBe(false);
  expect(await house.open(left.token)).toMatchObject({ state: "LAPSED", evidence: [], steps: [{ kind: "BEGUN" }, { kind: "LAPSED" }, { kind: "ERASED" }] });
  expect(await row(kept.id)).toMatchObject({ state: "DRAFT", files: 1 });
  house.travelTo("2026-03-02T02:00:00Z");
});

test("what led to no membership is erased after a year, all but that it was there, how it ended and the digests of reasons; a member's stays", async () => {
  const officer = await house.officer();
  const [refused, returned, admitted, withdrawn] = [await house.handedIn(), await house.handedIn(), await house.handedIn(), await house.handedIn()];
  await house.refuse(officer, refused.id, { revision: refused.revision, reason: "Ms Mei-ling deals in retail." });
  await house.giveBack(officer, returned.id, { revision: returned.revision, reason: "Ask Ms Mei-ling for the licence." });
  await house.admit(officer, admitted.id, { revision: admitted.revision, name: inThree });
  await house.withdraw(withdrawn.token);
  const bytes = await bytesOf(refused.id);

  house.travelTo("2027-03-01T15:00:00Z");
  await sweep(1);
  expect(await row(returned.id)).toMatchObject({ state: "LAPSED", erased: false, files: 1, reasons: 1 });
  expect([await row(refused.id), await row(withdrawn.id)]).toMatchObject([{ erased: false, reasons: 1 }, { erased: false }]);

  house.travelTo("2027-03-02T02:00:00Z");
  await sweep(1);
  const erased = await row(refused.id);
  expect(erased).toMatchObject({ state: "REFUSED", erased: true, files: 0, reasons: 0, digests: 1 });
  expect(erased?.text).not.toMatch(/合記|Mei-ling|hop\.example|91440300/);
  expect(await isThere(bytes)).toBe(false);
  expect((await house.open(refused.token))?.steps.map(({ kind, reason }) => [kind, reason])).toEqual([["BEGUN", null], ["SUBMITTED", null], ["REFUSED", null], ["ERASED", null]]);
  expect(await row(withdrawn.id)).toMatchObject({ state: "WITHDRAWN", erased: true });
  expect(await row(admitted.id)).toMatchObject({ state: "ADMITTED", erased: false, files: 1 });
  expect(await row(returned.id)).toMatchObject({ erased: false });

  const size = () => house.database.asOwner("select size from journal_head");
  const before = await size();
  await sweep();
  expect(await size()).toEqual(before);

  house.travelTo("2028-03-01T02:00:00Z");
  await sweep();
  expect(await row(returned.id)).toMatchObject({ state: "LAPSED", erased: true, digests: 1, reasons: 0 });
  const [traces] = await house.database.asOwner<{ found: number }>(
    "select (select count(*) from application_reason r where r.text like '%Mei-ling%')::int + (select count(*) from application_step s where s::text like '%Mei-ling%')::int as found",
  );
  expect(traces?.found).toBe(0);
});

test("from where drafts were begun is forgotten after a day", async () => {
  await house.drafted();
  const count = async () => (await house.database.asOwner<{ count: number }>("select count(*)::int as count from application_attempt"))[0]?.count;
  await sweep();
  expect(await count()).toBeGreaterThan(0);
  house.travel(86_400_000);
  await sweep();
  expect(await count()).toBe(0);
});
