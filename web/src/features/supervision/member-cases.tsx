import { useSuspenseQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { graphql } from "../../gql/index.ts";
import { useSession } from "../../lib/use-session.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { Named } from "../../ui/named.tsx";
import { Section } from "../../ui/page.tsx";
import { Table, whole } from "../../ui/table.tsx";
import { CaseDue } from "./case-due.tsx";
import { CaseStateBadge } from "./case-state.tsx";

const MemberCasesQuery = graphql(`
  query MemberCases($id: ID!) { member(id: $id) { id sanctionCases { id number title state outcome ...CaseDue_case } } }
`);

/** The cases against one member, on its page, and for an officer the way to open another. */
export function MemberCases({ id }: { id: string }) {
  const { t } = useTranslation("supervision");
  const { may } = useSession();
  const cases = useSuspenseQuery(MemberCasesQuery, { variables: { id }, fetchPolicy: "cache-and-network" }).data.member?.sanctionCases ?? [];
  return (
    <Section title={t("cases.title")} actions={may("CASE_OPEN") && <ButtonLink to={`/cases/new?member=${id}`}>{t("open.act")}</ButtonLink>}>
      {cases.length === 0 ? (
        <p>{t("cases.noneOfMember")}</p>
      ) : (
        <Table
          of={whole(cases)}
          caption={t("cases.title")}
          columns={[
            { key: "case", title: t("case.name"), render: (about) => <Named to={`/cases/${about.id}`} name={about.title} note={t("case.numbered", { number: about.number })} /> },
            { key: "state", title: t("case.state"), render: ({ state, outcome }) => <CaseStateBadge state={state} outcome={outcome} /> },
            { key: "due", title: t("case.due"), render: (about) => <CaseDue of={about} /> },
          ]}
        />
      )}
    </Section>
  );
}
