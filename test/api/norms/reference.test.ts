import { afterAll, beforeAll, expect, test } from "vitest";
import { seedReference } from "../../../seeds/reference.ts";
import { roundsPart } from "../../../seeds/reference/assessments.part.ts";
import { loadReferenceData } from "../../../seeds/reference/load.ts";
import { documentsPart } from "../../../seeds/reference/documents.part.ts";
import { normsPart, pledgesPart } from "../../../seeds/reference/norms.part.ts";
import { auditRulesPart, creditSchemesPart } from "../../../seeds/reference/supervision.part.ts";
import { system } from "../../../server/platform/actor.ts";
import { Context } from "../../../server/platform/context.ts";
import { type TestDatabase, testDatabase } from "../../support/database.ts";

let database: TestDatabase;
const context = () => new Context({ source: database.source, actor: system, requestId: "test" });

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

test("every installation has the norm with its four chapters and the pledge with its five clauses", async () => {
  const chapters = await database.asOwner("select code, title->>'zh-Hant' as title from norm_chapter order by position");
  expect(chapters).toEqual([
    { code: "N1", title: "商品質量" }, { code: "N2", title: "交易流程" }, { code: "N3", title: "價格機制" }, { code: "N4", title: "售後服務" },
  ]);
  const clauses = await database.asOwner("select c->>'code' as code, c->'title'->>'zh-Hant' as title from pledge_version, jsonb_array_elements(clauses) c where number = 1");
  expect(clauses).toEqual([
    { code: "C1", title: "誠信經營" }, { code: "C2", title: "質量保證" }, { code: "C3", title: "價格合理" }, { code: "C4", title: "公平競爭" }, { code: "C5", title: "售後服務" },
  ]);
});

test("applying the reference data again changes nothing", async () => {
  const state = () => database.asOwner("select (select jsonb_agg(v) from norm_version v) as norms, (select jsonb_agg(p) from pledge_version p) as pledges, (select size from journal_head) as journal");
  const before = await state();
  await seedReference(database.url);
  expect(await state()).toEqual(before);
});

test("a version with other words under the same number is refused, and nothing of it is written", async () => {
  const data = loadReferenceData();
  const [first] = data.norms;
  const clause = first?.pledge.clauses[0];
  const article = first?.norm.chapters[0]?.articles[0];
  if (!clause || !article) throw new Error("The reference data is empty.");
  clause.duty.en = "We promise nothing.";
  article.text["zh-Hans"] = "无";
  expect(await context().inTransaction((tx) => pledgesPart.enter(tx, data))).toEqual({ ok: false, problems: [{ code: "VERSION_DIFFERS", path: "pledge.v1" }] });
  expect(await context().inTransaction((tx) => normsPart.enter(tx, data))).toEqual({ ok: false, problems: [{ code: "VERSION_DIFFERS", path: "norm.v1" }] });
});

test("rules of audits and schemes of grades are published likewise: in the journal, and never with other words", async () => {
  const acts = await database.asOwner("select act, record from journal_entry where act in ('audit.rules-entered', 'credit.scheme-entered') order by 1, 2");
  expect(acts).toEqual([
    { act: "audit.rules-entered", record: "audit-rules.v1" }, { act: "audit.rules-entered", record: "audit-rules.v2" },
    { act: "credit.scheme-entered", record: "credit-scheme.v1" }, { act: "credit.scheme-entered", record: "credit-scheme.v2" },
    { act: "credit.scheme-entered", record: "credit-scheme.v3" },
  ]);
  const data = loadReferenceData();
  const [rules, scheme] = [data.auditRules[0], data.creditSchemes[0]];
  if (!rules || !scheme) throw new Error("The reference data is empty.");
  rules.title.en = scheme.title.en = "Be lenient";
  expect(await context().inTransaction((tx) => auditRulesPart.enter(tx, data))).toEqual({ ok: false, problems: [{ code: "VERSION_DIFFERS", path: "audit-rules.v1" }] });
  expect(await context().inTransaction((tx) => creditSchemesPart.enter(tx, data))).toEqual({ ok: false, problems: [{ code: "VERSION_DIFFERS", path: "credit-scheme.v1" }] });
});

test("the ladder of sanctions, roles, working days and rounds are published likewise, and a round changed under the same version opens nothing", async () => {
  const published = ["application-terms.v1", "application-terms.v2", "assessment-rounds.v1", "membership-terms.v1", "pledge-chasing.v1", "publication-terms.v1", "reward-ladder.v1", "roles.v1", "sanction-ladder.v1", "sanction-ladder.v2", "working-days.v1"];
  const documents = await database.asOwner<{ code: string; version: number }>("select code, version from published_document order by 1, 2");
  expect(documents.map(({ code, version }) => `${code}.v${version}`)).toEqual(published);
  const acts = await database.asOwner("select record from journal_entry where act = 'document.entered' order by 1");
  expect(acts).toEqual(published.map((record) => ({ record })));
  const data = loadReferenceData();
  Object.assign(data.sanctionLadders[0]?.periods ?? {}, { appealDays: 1 });
  data.assessmentRounds.rounds.push({ period: "2028-H1", opensOn: "2028-07-03", dueOn: "2028-09-30", schemeVersion: 1 });
  expect(await context().inTransaction((tx) => documentsPart.enter(tx, data))).toEqual({ ok: false, problems: [{ code: "VERSION_DIFFERS", path: "sanction-ladder.v1" }] });
  expect(await context().inTransaction((tx) => roundsPart.enter(tx, data))).toEqual({ ok: false, problems: [{ code: "VERSION_DIFFERS", path: "assessment-rounds.v1" }] });
  expect(await database.asOwner("select 1 from assessment_round where period = '2028-H1'")).toEqual([]);
});

test("nobody rewrites a published text, not even the owner of the database", async () => {
  for (const change of ["update pledge_version set title = '{}'", "delete from pledge_version", "update norm_article set text = '{}'", "truncate norm_chapter cascade", "delete from published_document"]) {
    await expect(database.asOwner(change)).rejects.toThrow(/never rewritten/);
  }
  await expect(context().inTransaction(async (tx) => ({ ok: true, value: await tx.rows("delete from norm_article") }))).rejects.toThrow(/permission denied/);
});
