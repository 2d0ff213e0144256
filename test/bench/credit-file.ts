import assert from "node:assert/strict";
import { join } from "node:path";
import { newId } from "../../server/kernel/ids.ts";
import { sessionCookie } from "../../server/modules/identity/index.ts";
import { creditFile } from "./credit-file.queries.ts";
import { fillFiles } from "./credit-volume.ts";
import type { House } from "./house.ts";
import { ask, load, request } from "./load.ts";
import type { Workload } from "./measure.ts";
import { officerSession, serve } from "./served-house.ts";

const CONNECTIONS = 8;
const FILES = 20;
const ENTRIES = 500;
const AS_OF = new Date("2026-11-20T00:00:00Z");

interface Ours {
  data: { creditEntries: { edges: { node: { id: string } }[] }; node: { score: string; explanation: { score: string; areas: { contribution: string | null; leaves: { contribution: string | null }[] }[] } } };
}
interface Theirs {
  entries: { id: string }[];
  grade: { score: string };
}

/** Grades the firms whose files were filled, as the last audit would: by an audit of them alone. */
async function graded(house: House): Promise<{ memberId: string; gradeId: string }[]> {
  const { owner, change, services } = house;
  const title = { "zh-Hant": "檔案", "zh-Hans": "档案", en: "Files" };
  const plan = await change((tx) => services.audits.planMake(tx, { title, ruleSetVersion: 1, calendar: "YEARLY", dueDay: 2 }), AS_OF);
  const runId = newId("aur", AS_OF);
  const client = await owner.connect();
  try {
    await client.query("begin; set local guildhall.scope = 'all'");
    await client.query("insert into audit_run (id, plan_id, rule_set_version, occasion, as_of, state, ordered_at) values ($1, $2, 1, 'files', $3, 'DONE', $3)", [runId, plan.id, AS_OF]);
    await client.query(
      `insert into audit_batch (run_id, number, first_member, last_member, members, done_at)
       select $1, 0, min(id), max(id), count(*), $2 from (select id from member order by id limit $3) m`, [runId, AS_OF, FILES],
    );
    await client.query("commit");
  } finally {
    client.release();
  }
  while ((await change((tx) => services.grades.gradeBatch(tx, runId), AS_OF)) > 0);
  const { rows } = await owner.query<{ memberId: string; gradeId: string }>(`select member_id as "memberId", id as "gradeId" from compliance_grade where run_id = $1 order by member_id`, [runId]);
  return rows;
}

/** The credit file of one member, its first hundred entries and the tree of its grade, as a signed-in officer; beside one statement that reads all of it. */
export async function creditFileLoad(house: House, milliseconds: number): Promise<{ workload: Workload; close: () => void }> {
  await fillFiles(house, { members: FILES, each: ENTRIES, until: AS_OF });
  const files = await graded(house);
  const token = await officerSession(house);
  const api = await serve("test/bench/serve-api.ts", house.url, join(house.folder, "api"));
  const bare = await serve("test/bench/serve-limit.ts", house.url);
  const headers = { cookie: `${sessionCookie}=${token}`, "user-agent": "bench" };
  const asked = files.map(({ memberId, gradeId }) =>
    request("POST", "/graphql", headers, JSON.stringify({ operationName: "CreditFileOfBench", query: creditFile, variables: { id: memberId, grade: gradeId } })));
  const limit = files.map(({ memberId }) => request("GET", `/credit/${memberId}`));
  for (const [place, own] of asked.entries()) {
    const [ours, theirs] = [await answerOf<Ours>(api.port, own), await answerOf<Theirs>(bare.port, limit[place])];
    const { creditEntries, node } = ours.data;
    assert.deepEqual(creditEntries.edges.map((edge) => edge.node.id), theirs.entries.slice(0, 100).map(({ id }) => id), "The API and the statement answer other entries.");
    assert.equal(node.explanation.score, theirs.grade.score, "The tree ends in another score than the grade.");
    const parts = node.explanation.areas.flatMap(({ leaves }) => leaves.map(({ contribution }) => Math.round(100 * Number(contribution ?? 0))));
    assert.equal(parts.reduce((sum, part) => sum + part, 0), Math.round(100 * Number(theirs.grade.score)), "The leaves do not add up to the score.");
  }
  const under = (port: number, requests: Buffer[]) => () => load({ port, requests, connections: CONNECTIONS, milliseconds });
  return {
    workload: {
      name: "credit-file", unit: "requests/s", rounds: 5,
      limit: { name: "one statement reading the whole file, bare node:http", turn: under(bare.port, limit) },
      others: [{ name: "file and tree over the API, signed in", turn: under(api.port, asked) }],
    },
    close: () => [api, bare].forEach(({ child }) => child.kill()),
  };
}

async function answerOf<Answer>(port: number, asked: Buffer = Buffer.alloc(0)): Promise<Answer> {
  const { status, body } = await ask(port, asked);
  if (status !== 200) throw new Error(`Answered with ${status}: ${body.slice(0, 500)}`);
  return JSON.parse(body) as Answer;
}
