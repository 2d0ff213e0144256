import { useTranslation } from "react-i18next";
import { graphql, useFragment, type FragmentType } from "../../gql/index.ts";
import { useFormat } from "../../lib/format.ts";
import type { Localized } from "../../lib/language.ts";
import type { Cursor } from "../../lib/use-cursor.ts";
import { Empty } from "../../ui/empty.tsx";
import { Named } from "../../ui/named.tsx";
import { Table, type Connection } from "../../ui/table.tsx";
import { RewardBadge } from "./reward-badge.tsx";

const RewardsTableReward = graphql(`
  fragment RewardsTable_reward on Reward {
    id kind state year deed proposedAt fromDay throughDay member { id name }
  }
`);

interface RewardsTableProps {
  of: Connection<FragmentType<typeof RewardsTableReward>>;
  cursor?: Cursor;
  /** Whether all are the same member's, which then needs no naming. */
  ownOnly: boolean;
  empty: string;
}

/** Rewards with what they are for, how they stand and how long they hold. */
export function RewardsTable({ of, cursor, ownOnly, empty }: RewardsTableProps) {
  const { t } = useTranslation("rewards");
  const { text, date, dayOf } = useFormat();
  const rows = useFragment(RewardsTableReward, of.edges.map(({ node }) => node));
  return (
    <Table
      of={{ ...of, edges: rows.map((node) => ({ node })) }}
      {...(cursor && { cursor })}
      caption={t("table.title")}
      empty={<Empty title={empty} />}
      columns={[
        {
          key: "what", title: t("table.what"),
          render: ({ id, kind, year, deed }) => <Named to={`/rewards/${id}`} name={year ? t("ofYear", { what: t(`kind.${kind}`), year }) : t(`kind.${kind}`)} {...(deed && { note: text(deed) })} />,
        },
        ...(ownOnly ? [] : [{ key: "member", title: t("member"), roomy: true, render: ({ member }: { member: { name: Localized } }) => text(member.name) }]),
        { key: "state", title: t("state.title"), render: ({ state }) => <RewardBadge of={state} /> },
        { key: "proposed", title: t("table.proposed"), unbroken: true, render: ({ proposedAt }) => dayOf(proposedAt) },
        { key: "through", title: t("table.through"), unbroken: true, render: ({ throughDay }) => (throughDay ? date(throughDay) : "–") },
      ]}
    />
  );
}
