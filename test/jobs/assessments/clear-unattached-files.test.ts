import { afterAll, beforeAll, expect, test } from "vitest";
import { room } from "../../../server/modules/assessments/index.ts";
import { system } from "../../../server/platform/actor.ts";
import { clearUnattachedFilesProcessor } from "../../../workers/sweeps/clear-unattached-files.processor.ts";
import { acts, assessmentHouse, type AssessmentHouse, draftOf } from "../../api/assessments/people.ts";
import { jobRun } from "../../support/job-run.ts";

let house: AssessmentHouse;
beforeAll(async () => (house = await assessmentHouse()));
afterAll(() => house.close());

const keep = (person: Awaited<ReturnType<AssessmentHouse["member"]>>, text: string) =>
  house.contextOf(person.actor).inTransaction((tx) => house.services.evidence.keep(tx, { name: "a.txt", mediaType: "text/plain", bytes: Buffer.from(text) }));
const kept = async (...args: Parameters<typeof keep>) => {
  const outcome = await keep(...args);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  return outcome.value;
};
const sweep = () => clearUnattachedFilesProcessor(house.services.evidence).run({ period: "2026-08-04" }, jobRun(house.contextOf(system)));
const ids = async () => (await house.asOwner<{ id: string }>("select id from stored_file where permission = 'assessment:read'")).map(({ id }) => id).sort();
const isThere = (digest: string) => house.services.files.get(digest).then(() => true, () => false);

test("what was never attached goes after a day, with its bytes; what ever was, what is new, and equal bytes of others stay", async () => {
  const [acme, rival] = [await house.member(), await house.member()];
  const { id } = await draftOf(acme);
  const attach = async (fileId: string) => (await acme.ask(acts.attach, { id, input: { indicator: "I-1.1", fileId, note: "" } })).data.act;
  const [forgotten, attached, detached, shared] = [await kept(acme, "forgotten"), await kept(acme, "attached"), await kept(acme, "detached"), await kept(acme, "shared")];
  expect((await attach(attached.id)).problems).toEqual([]);
  const answers = (await attach(detached.id)).assessment.answers as { evidence: { id: string; file: { id: string } }[] }[];
  const piece = answers.flatMap(({ evidence }) => evidence).find(({ file }) => file.id === detached.id);
  expect((await acme.ask(acts.detach, { evidenceId: piece?.id })).data.act.problems).toEqual([]);

  house.travelTo("2026-08-03T20:00:00Z");
  const [recent, theirs] = [await kept(acme, "recent"), await kept(rival, "shared")];
  await sweep();
  expect(await ids()).toContain(forgotten.id);

  house.travelTo("2026-08-04T02:00:01Z");
  await sweep();
  await sweep();
  expect(await ids()).toEqual([attached.id, detached.id, recent.id, theirs.id].sort());
  expect(await isThere(forgotten.digest)).toBe(false);
  expect(await Promise.all([attached, detached, recent, shared].map(({ digest }) => isThere(digest)))).toEqual([true, true, true, true]);
  expect((await house.announced()).filter((event) => event === "assessment.file-cleared")).toHaveLength(2);
  expect((await attach(forgotten.id)).problems).toEqual([{ code: "NOT_FOUND", path: "input.fileId" }]);
});

test("files attached to nothing find an end, even when they come at once; the next day there is room again", async () => {
  house.travelTo("2026-08-05T02:00:00Z");
  const acme = await house.member();
  const outcomes = await Promise.all(Array.from({ length: room.unattached + 5 }, (_, at) => keep(acme, `file ${at}`)));
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(room.unattached);
  expect(outcomes.find(({ ok }) => !ok)).toEqual({ ok: false, problems: [{ code: "TOO_MANY_UNATTACHED", path: "" }] });
  const rival = await house.member();
  expect(await keep(rival, "of another member")).toMatchObject({ ok: true });

  house.travelTo("2026-08-06T02:00:01Z");
  await sweep();
  expect(await keep(acme, "the next day")).toMatchObject({ ok: true });
});

test("bytes in all find an end", async () => {
  const acme = await house.member();
  const { id } = await kept(acme, "a large one");
  await house.asOwner("update stored_file set size = $2 where id = $1", [id, room.bytes - 5]);
  expect(await keep(acme, "123456")).toEqual({ ok: false, problems: [{ code: "STORAGE_FULL", path: "" }] });
  expect(await keep(acme, "12345")).toMatchObject({ ok: true });
});
