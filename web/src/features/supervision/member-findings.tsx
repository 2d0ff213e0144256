import { useSuspenseQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { graphql } from "../../gql/index.ts";
import type { MemberFindingsQuery as Answer } from "../../gql/graphql.ts";
import { useFormat } from "../../lib/format.ts";
import { Named } from "../../ui/named.tsx";
import { Section } from "../../ui/page.tsx";
import { Stack } from "../../ui/stack.tsx";
import { Table } from "../../ui/table.tsx";
import { FoundOn } from "./found-on.tsx";
import { SeverityBadge } from "./severity-badge.tsx";

const MemberFindingsQuery = graphql(`
  query MemberFindings($id: String!) {
    now: findings(first: 50, filter: { memberId: $id, standing: STANDING }) {
      edges { node { id severity sentence rule { code title } ...FoundOn_finding } }
      pageInfo { hasNextPage endCursor }
    }
    settled: findings(first: 10, filter: { memberId: $id, standing: SETTLED }) {
      edges { node { id severity sentence rule { code title } ...FoundOn_finding } }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

/** What the latest audit found at one member, then what it no longer found, on its page. */
export function MemberFindings({ id }: { id: string }) {
  const { t } = useTranslation("supervision");
  const { now, settled } = useSuspenseQuery(MemberFindingsQuery, { variables: { id }, fetchPolicy: "cache-and-network" }).data;
  return (
    <Section title={t("findings.title")}>
      <Stack>
        {now.edges.length === 0 ? <p>{t("finding.noneNow")}</p> : <FindingsOf of={now} caption={t("standing.STANDING")} />}
        {settled.edges.length > 0 && <FindingsOf of={settled} caption={t("standing.SETTLED")} />}
      </Stack>
    </Section>
  );
}

function FindingsOf({ of, caption }: { of: Answer["now"]; caption: string }) {
  const { t } = useTranslation("supervision");
  const { text } = useFormat();
  return (
    <Table
      of={of}
      caption={caption}
      captioned
      columns={[
        { key: "finding", title: t("finding.title"), render: (finding) => <Named to={`/findings/${finding.id}`} name={t("finding.not", { rule: text(finding.rule.title) })} note={text(finding.sentence)} /> },
        { key: "severity", title: t("finding.severity"), render: ({ severity }) => <SeverityBadge of={severity} /> },
        { key: "found", title: t("finding.foundAt"), render: (finding) => <FoundOn of={finding} /> },
      ]}
    />
  );
}
