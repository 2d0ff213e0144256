import { useSuspenseQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { graphql } from "../../gql/index.ts";
import { Section } from "../../ui/page.tsx";
import { PledgeStateBadge } from "./pledge-state-badge.tsx";
import { Signature } from "./signature.tsx";

const MemberPledgeQuery = graphql(`
  query MemberPledge($id: ID!) {
    member(id: $id) { id pledgeState pledgeSignature { id } }
  }
`);

/** Where a member stands to the pledge, on its page. */
export function MemberPledge({ id }: { id: string }) {
  const { t } = useTranslation("norms");
  const { member } = useSuspenseQuery(MemberPledgeQuery, { variables: { id } }).data;
  if (!member) return null;
  return (
    <Section title={t("pledge.title")} actions={<PledgeStateBadge of={member.pledgeState} />}>
      {member.pledgeSignature ? <Signature id={member.pledgeSignature.id} /> : <p>{t("pledge.neverSigned")}</p>}
    </Section>
  );
}
