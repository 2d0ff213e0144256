import assert from "node:assert/strict";
import { join } from "node:path";
import { sessionCookie } from "../../server/modules/identity/index.ts";
import { regions } from "../../server/modules/members/region.rules.ts";
import type { House } from "./house.ts";
import { ask, load, request } from "./load.ts";
import type { Workload } from "./measure.ts";
import { officerSession, serve } from "./served-house.ts";
import { memberPage, regionTable } from "./member-page.queries.ts";

const CONNECTIONS = 16;
const COMPARED = 50;

/** One member's page over HTTP: through the whole API as a signed-in officer, beside one statement over a bare server. */
export async function memberPageLoad(house: House, milliseconds: number): Promise<{ workload: Workload; close: () => void }> {
  const { owner, url, folder, withHistory } = house;
  await owner.query(regionTable, [JSON.stringify(regions)]);
  const { rows } = await owner.query<{ id: string }>("select id from member order by id limit $1", [withHistory]);
  const token = await officerSession(house);
  const api = await serve("test/bench/serve-api.ts", url, join(folder, "api"));
  const bare = await serve("test/bench/serve-limit.ts", url);

  const headers = { cookie: `${sessionCookie}=${token}`, "user-agent": "bench" };
  const asked = rows.map(({ id }) => request("POST", "/graphql", headers, JSON.stringify({ operationName: "MemberPage", query: memberPage, variables: { id, of: id } })));
  const paths = (way: string) => rows.map(({ id }) => request("GET", `/${way}/${id}`));
  const [text, json] = [paths("text"), paths("json")];
  for (let index = 0; index < Math.min(COMPARED, rows.length); index += 1) {
    const place = Math.floor((index * rows.length) / COMPARED);
    const [ours, ...others] = await Promise.all([answerOf(api.port, asked[place]), answerOf(bare.port, text[place]), answerOf(bare.port, json[place])]);
    for (const other of others) assert.deepEqual(ours, other, "The API and the hand-written statement answer differently.");
  }

  const under = (port: number, requests: Buffer[]) => () => load({ port, requests, connections: CONNECTIONS, milliseconds });
  return {
    workload: {
      name: "member-page", unit: "requests/s", rounds: 5,
      limit: { name: "one statement making the text, bare node:http", turn: under(bare.port, text) },
      others: [
        { name: "one statement with json_agg, bare node:http", turn: under(bare.port, json) },
        { name: "the API, signed in", turn: under(api.port, asked) },
      ],
    },
    close: () => [api, bare].forEach(({ child }) => child.kill()),
  };
}

/** The answer as a value in which the order of a finding's facts does not count, since an object has none. */
async function answerOf(port: number, asked: Buffer = Buffer.alloc(0)): Promise<unknown> {
  const { status, body } = await ask(port, asked);
  if (status !== 200) throw new Error(`Answered with ${status}: ${body.slice(0, 500)}`);
  const byName = (a: { name: string }, b: { name: string }) => (a.name < b.name ? -1 : 1);
  return JSON.parse(body, (key, value: unknown) => (key === "facts" ? [...(value as { name: string }[])].sort(byName) : value));
}
