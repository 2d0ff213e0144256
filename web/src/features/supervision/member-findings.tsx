import { useSuspenseQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { graphql } from "../../gql/index.ts";
import { useFormat } from "../../lib/format.ts";
import { Named } from "../../ui/named.tsx";
import { Section } from "../../ui/page.tsx";
import { Table } from "../../ui/table.tsx";
import { SeverityBadge } from "./severity-badge.tsx";

const MemberFindingsQuery = graphql(`
  query MemberFindings($id: String!) {
    findings(first: 10, filter: { memberId: $id }) {
      edges { node { id severity sentence foundAt rule { code title } } }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

/** The newest findings about one member, on its page. */
export function MemberFindings({ id }: { id: string }) {
  const { t } = useTranslation("supervision");
  const { text, dayOf } = useFormat();
  const { findings } = useSuspenseQuery(MemberFindingsQuery, { variables: { id }, fetchPolicy: "cache-and-network" }).data;
  return (
    <Section title={t("findings.title")}>
      {findings.edges.length === 0 ? (
        <p>{t("finding.noneOfMember")}</p>
      ) : (
        <Table
          of={findings}
          caption={t("findings.title")}
          columns={[
            { key: "finding", title: t("finding.title"), render: (finding) => <Named to={`/findings/${finding.id}`} name={t("finding.not", { rule: text(finding.rule.title) })} note={text(finding.sentence)} /> },
            { key: "severity", title: t("finding.severity"), render: ({ severity }) => <SeverityBadge of={severity} /> },
            { key: "found", title: t("finding.foundAt"), render: ({ foundAt }) => dayOf(foundAt) },
          ]}
        />
      )}
    </Section>
  );
}
