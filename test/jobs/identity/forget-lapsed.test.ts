import { afterAll, beforeAll, expect, test } from "vitest";
import { system } from "../../../server/platform/actor.ts";
import { jobRun } from "../../support/job-run.ts";
import { openWorld, type World } from "../../support/world.ts";
import { forgetLapsedProcessor } from "../../../workers/sweeps/forget-lapsed.processor.ts";

let world: World;
beforeAll(async () => (world = await openWorld()));
afterAll(() => world.close());

test("what nobody can use any more is forgotten, and what still serves stays", async () => {
  const { actor } = await world.member();
  const session = (id: string, created: string, seen: string) =>
    world.database.asOwner(`insert into session (id, user_id, token_digest, created_at, last_seen_at) values ($1, $2, $1, now() - $3::interval, now() - $4::interval)`, [id, actor.userId, created, seen]);
  await session("ses_live", "6 days", "1 hour");
  await session("ses_idle", "2 days", "13 hours");
  await session("ses_old", "8 days", "1 minute");
  const editor = await world.member({ memberId: actor.memberId ?? "", role: "MEMBER_EDITOR" });
  for (const [link, { userId }, lasts] of [["link.live", actor, "1 hour"], ["link.lapsed", editor.actor, "-1 hour"]] as const)
    await world.database.asOwner("insert into access_renewal (user_id, token_digest, sent_at, expires_at) values ($1, $2, now(), now() + $3::interval)", [userId, link, lasts]);
  for (const [account, age] of [["recent", "89 days"], ["ancient", "91 days"]])
    await world.database.asOwner("insert into sign_in_attempt (account_digest, address_digest, familiar, at) values ($1, 'x', false, now() - $2::interval)", [account, age]);
  for (const [key, age] of [["today", "1 hour"], ["yesterday", "25 hours"]])
    await world.database.asOwner("insert into idempotency_key (principal, key, body_digest, state, at) values ('USER:x', $1, 'x', 'DONE', now() - $2::interval)", [key, age]);
  for (const [key, state, age] of [["done.recent", "DONE", "89 days"], ["done.ancient", "DONE", "91 days"], ["failed.ancient", "FAILED", "91 days"], ["ordered.ancient", "ORDERED", null]])
    await world.database.asOwner(
      `insert into job_record (key, queue, name, payload, state, ordered_at, touched_at, finished_at) values ($1, 'x', 'x', '{}', $2, now() - interval '99 days', now(), now() - $3::interval)`,
      [key, state, age],
    );
  for (const [event, age] of [["fact.recent", "29 days"], ["fact.ancient", "31 days"], ["fact.waiting", null]])
    await world.database.asOwner("insert into outbox (event, payload, announced_at, relayed_at) values ($1, '{}', now() - interval '40 days', now() - $2::interval)", [event, age]);

  await forgetLapsedProcessor().run({ period: "2026-08-01" }, jobRun(world.contextOf(system)));
  const left = await world.database.asOwner<{ what: string }>(
    `select id as what from session union all select account_digest from sign_in_attempt union all select key from idempotency_key
     union all select key from job_record union all select event from outbox where event like 'fact.%'
     union all select token_digest from access_renewal order by 1`,
  );
  expect(left.map(({ what }) => what)).toEqual(["done.recent", "fact.recent", "fact.waiting", "failed.ancient", "link.live", "ordered.ancient", "recent", "ses_live", "today"]);
});
