import { useSuspenseQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { graphql } from "../../gql/index.ts";
import { useFormat } from "../../lib/format.ts";
import { useSession } from "../../lib/use-session.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { Disclosure } from "../../ui/disclosure.tsx";
import { Facts } from "../../ui/facts.tsx";
import { Section } from "../../ui/page.tsx";
import { whole } from "../../ui/table.tsx";
import { Criteria } from "./criteria.tsx";
import { RewardsTable } from "./rewards-table.tsx";

const MemberRewardsQuery = graphql(`
  query MemberRewards($id: ID!) {
    member(id: $id) {
      id
      rewards { id ...RewardsTable_reward }
      rewardEffects { code kind words through }
      rewardOutlook { kind name qualified criteria { code met ...Criteria_standing } }
    }
  }
`);

/** What a firm was given, what that brings it today, and what it has and lacks for the rewards that are given once a year. */
export function MemberRewards({ id }: { id: string }) {
  const { t } = useTranslation("rewards");
  const { text, date } = useFormat();
  const { may } = useSession();
  const { member } = useSuspenseQuery(MemberRewardsQuery, { variables: { id } }).data;
  if (!member) return null;
  const { rewards, rewardEffects: effects, rewardOutlook: outlook } = member;
  return (
    <Section title={t("section")} actions={may("REWARD_PROPOSE") && <ButtonLink to={`/rewards/propose?member=${id}`}>{t("propose.title")}</ButtonLink>}>
      {rewards.length === 0 ? <p>{t("noneOfMember")}</p> : <RewardsTable of={whole(rewards)} ownOnly empty="" />}
      {effects.length > 0 && (
        <Facts of={effects.map(({ code, words, kind, through }) => ({ label: t(`effect.${code}`), value: text(words), note: t("effectFrom", { kind: t(`kind.${kind}`), date: date(through) }) }))} />
      )}
      {outlook.map(({ kind, name, qualified, criteria }) => (
        <Disclosure key={kind} label={t(qualified ? "outlook.all" : "outlook.some", { what: text(name), met: criteria.filter(({ met }) => met).length, of: criteria.length })}>
          <Criteria of={criteria} caption={t("outlook.caption", { what: text(name) })} />
        </Disclosure>
      ))}
      {outlook.length > 0 && <p>{t("outlook.note")}</p>}
    </Section>
  );
}
