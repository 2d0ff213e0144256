import type { House } from "./house.ts";

/** What the files are made of: the kind of each tenth entry, with its area, whether it is grave, and what was measured. */
const mixture = `(values
  (0, 'PLEDGE_SIGNED', 'PLEDGE_AND_NORMS', null, null), (1, 'ASSESSMENT_CONFIRMED', 'SERVICE_QUALITY', null, 87.5), (2, 'AUDITED', 'SUPERVISION_FINDINGS', null, null),
  (3, 'FINDING', 'SUPERVISION_FINDINGS', 'MINOR', null), (4, 'FINDING_CLOSED', 'SUPERVISION_FINDINGS', null, null), (5, 'FINDING', 'SUPERVISION_FINDINGS', 'MAJOR', null),
  (6, 'FINDING_CLOSED', 'SUPERVISION_FINDINGS', null, null), (7, 'COMPLAINT_UPHELD', 'COMPLAINTS', 'MINOR', null), (8, 'COMMENDATION', 'PLEDGE_AND_NORMS', null, null),
  (9, 'CERTIFICATE_ISSUED', 'SERVICE_QUALITY', null, null)) as k (tenth, kind, area, severity, value)`;

/** Fills the files of the first so many members, so many entries each, over the years before `until`. A finding is settled by the entry after it. */
export async function fillFiles({ owner }: Pick<House, "owner">, { members, each, until }: { members: number; each: number; until: Date }): Promise<void> {
  const client = await owner.connect();
  try {
    await client.query("begin; set local guildhall.scope = 'all'");
    await client.query(
      `insert into credit_entry (id, member_id, source, source_record, kind, area, matter, severity, value, proof, occurred_at, decided_at, evidence, facts, entered_at)
       select 'cre_' || upper(left(encode(sha256(convert_to(m.id || n, 'UTF8')), 'hex'), 26)), m.id, 'BENCH', m.id || '.' || n, k.kind, k.area,
         'M' || ((n + 1) / 2), k.severity, k.value, 'VERIFIED', at, at, jsonb_build_array(jsonb_build_object('kind', 'FINDING', 'id', 'fnd_' || n)),
         jsonb_build_object('asOf', to_char(at, 'YYYY-MM-DD'), 'title', jsonb_build_object('zh-Hant', '項', 'zh-Hans', '项', 'en', 'Matter')), at
       from (select id from member order by id limit $1) m
         cross join generate_series(0, $2::int - 1) as n
         join ${mixture} on k.tenth = n % 10
         cross join lateral (select $3::timestamptz - make_interval(days => (($2 - n) * 1500 / $2)::int) as at) dated
       order by m.id, n
       on conflict do nothing`,
      [members, each, until],
    );
    await client.query("commit");
    await client.query("vacuum analyze credit_entry");
  } finally {
    client.release();
  }
}
