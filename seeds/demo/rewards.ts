import { type Deed, type Reward, rewards, rounds } from "../../server/modules/rewards/index.ts";
import type { Outcome } from "../../server/platform/outcome.ts";
import type { Chapter, Story } from "./story.ts";

const AUDITED = "2026-11-04T01:00:00Z";

interface DemoCommendation {
  member: string;
  proposed: string;
  /** Absent: it still waits for a second person. */
  confirmed?: string;
  deed: Deed;
}

const commendations: readonly DemoCommendation[] = [
  {
    member: "member05", proposed: "2026-09-18T03:10:00Z", confirmed: "2026-09-22T01:40:00Z",
    deed: {
      deedOn: "2026-09-14", clause: "C2",
      deed: {
        "zh-Hant": "冷藏車途中斷電，未待任何客戶投訴，即日通知全部買家並收回整批凍蝦。",
        "zh-Hans": "冷藏车途中断电，没等任何客户投诉，当天就通知全部买家并收回整批冻虾。",
        en: "When a lorry lost its cooling on the way, it told every buyer the same day and took back the whole lot of frozen prawns, before anybody had complained.",
      },
      evidence: "九月十四日的温度记录、十二家买家的通知与退货单，均已核对。",
    },
  },
  {
    member: "member08", proposed: "2026-10-26T07:05:00Z",
    deed: {
      deedOn: "2026-10-08", clause: "C1",
      deed: {
        "zh-Hant": "發現自己多收貨款，主動退還三年來受影響的全部買家。",
        "zh-Hans": "发现自己多收货款，主动退还三年来受影响的全部买家。",
        en: "Found that it had charged too much, and paid every buyer back for three years without being asked.",
      },
      evidence: "退款清單與銀行回單影本，四十一筆。",
    },
  },
];

const LIST = { opened: "2026-11-04T03:00:00Z", confirmed: "2026-11-04T08:20:00Z", kind: "HONOUR_LIST", year: 2026 } as const;

/** Two firms are proposed, one of them commended; after a first audit the honour list of the year is selected and confirmed by somebody else. */
export const rewardsChapter: Chapter = {
  name: "rewards",
  tell: async (story) => {
    for (const commendation of commendations) await commend(story, commendation);
    await audit(story);
    await selectList(story);
  },
};

async function commend({ services, at, members, officer, panel }: Story, { member, proposed, confirmed, deed }: DemoCommendation): Promise<void> {
  const memberId = members.get(member) ?? "";
  const [known] = (await rewards(at(proposed), { kind: "COMMENDATION", memberId }, { first: 1 })).edges;
  const { id, state }: Pick<Reward, "id"> & { state: string } = known?.node ?? (await made(at(proposed, await officer()).inTransaction((tx) => services.rewards.propose(tx, memberId, deed))));
  if (confirmed && state === "PROPOSED") await made(at(confirmed, await panel()).inTransaction((tx) => services.rewards.confirm(tx, id)));
}

/** The officer has everybody audited once before the list is selected, since the list follows from the grades. */
async function audit({ services: { audits, grades }, at, officer }: Story): Promise<void> {
  const house = at(AUDITED);
  const plan = await house.row<{ id: string; audited: boolean }>("select p.id, exists (select from audit_run r where r.plan_id = p.id) as audited from audit_plan p order by p.created_at limit 1");
  if (!plan || plan.audited) return;
  const { id } = await made(at(AUDITED, await officer()).inTransaction((tx) => audits.runNow(tx, plan.id)));
  await made(house.inTransaction((tx) => audits.open(tx, id)));
  while (await made(house.inTransaction((tx) => audits.judgeBatch(tx, id))));
  await made(house.inTransaction((tx) => audits.complete(tx, id)));
  while ((await made(house.inTransaction((tx) => grades.gradeBatch(tx, id)))) > 0);
}

async function selectList({ services: { rewardRounds }, at, officer, panel }: Story): Promise<void> {
  const known = (await rounds(at(LIST.opened), { first: 100 })).edges.map(({ node }) => node).find(({ kind, year, state }) => kind === LIST.kind && year === LIST.year && state !== "DROPPED");
  const { id, state } = known ?? (await made(at(LIST.opened, await officer()).inTransaction((tx) => rewardRounds.open(tx, { kind: LIST.kind, year: LIST.year }))));
  if (state === "OPEN") await made(at(LIST.confirmed, await panel()).inTransaction((tx) => rewardRounds.confirm(tx, id)));
}

async function made<T>(act: Promise<Outcome<T>>): Promise<T> {
  const outcome = await act;
  if (!outcome.ok) throw new Error(`The reward was not given: ${JSON.stringify(outcome.problems)}`);
  return outcome.value;
}
