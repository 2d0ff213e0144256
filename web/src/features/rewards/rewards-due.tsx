import { useSuspenseQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { graphql } from "../../gql/index.ts";
import { useFormat } from "../../lib/format.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Stack } from "../../ui/stack.tsx";

const RewardsDueQuery = graphql(`
  query RewardsDue {
    rewards(first: 5, filter: { state: PROPOSED }) { edges { node { id member { id name } mayConfirm: viewerMay(act: REWARD_CONFIRM) } } }
    rewardRounds(first: 5) { edges { node { id kind year mayConfirm: viewerMay(act: REWARD_CONFIRM) } } }
  }
`);

/** What waits for this person's word as the second one: proposals and open rounds of others. */
export function RewardsDue() {
  const { t } = useTranslation("rewards");
  const { text } = useFormat();
  const { rewards, rewardRounds } = useSuspenseQuery(RewardsDueQuery).data;
  const matters = [
    ...rewards.edges.filter(({ node }) => node.mayConfirm).map(({ node: { id, member } }) => ({ to: `/rewards/${id}`, what: t("due.proposal", { member: text(member.name) }) })),
    ...rewardRounds.edges.filter(({ node }) => node.mayConfirm).map(({ node: { id, kind, year } }) => ({ to: `/rewards/rounds/${id}`, what: t("due.round", { what: t("ofYear", { what: t(`kind.${kind}`), year }) }) })),
  ];
  if (matters.length === 0) return null;
  return (
    <Notice tone="wait" title={t("due.title")}>
      <Stack gap="small">
        {matters.map(({ to, what }) => (
          <div key={to}>
            <p>{what}</p>
            <ButtonLink to={to}>{t("due.act")}</ButtonLink>
          </div>
        ))}
      </Stack>
    </Notice>
  );
}
