import { useSuspenseQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { graphql } from "../../gql/index.ts";
import type { FindingStanding } from "../../gql/graphql.ts";
import { useFormat } from "../../lib/format.ts";
import type { Localized } from "../../lib/language.ts";
import { useCursor, useFilter } from "../../lib/use-cursor.ts";
import { Empty } from "../../ui/empty.tsx";
import { FilterSelect } from "../../ui/filter-select.tsx";
import { Named } from "../../ui/named.tsx";
import { Row, Stack } from "../../ui/stack.tsx";
import { Table } from "../../ui/table.tsx";
import { FoundOn } from "./found-on.tsx";
import { severities, SeverityBadge, severityOf } from "./severity-badge.tsx";

const FindingsTableQuery = graphql(`
  query FindingsTable($first: Int!, $after: String, $filter: FindingFilter!) {
    findings(first: $first, after: $after, filter: $filter) {
      edges { node { id severity sentence rule { code title article } member { id name } ...FoundOn_finding } }
      pageInfo { hasNextPage endCursor }
      totalCount
    }
  }
`);

interface FindingsTableProps {
  /** Of this run; of every run unless said. */
  runId?: string;
  /** Of this standing; of every one unless said. */
  standing?: FindingStanding;
  /** The rules to choose among; no choice unless said. */
  rules?: readonly { code: string; title: Localized }[];
  /** Whether the reader sees only one member's anyway. */
  ownOnly?: boolean;
  empty: string;
}

/** Findings, narrowed by rule and severity; both stand in the address. */
export function FindingsTable({ runId, standing, rules = [], ownOnly = false, empty }: FindingsTableProps) {
  const { t } = useTranslation("supervision");
  const { text } = useFormat();
  const [{ rule, severity }, setFilter] = useFilter("rule", "severity");
  const cursor = useCursor(25);
  const filter = { runId: runId ?? null, standing: standing ?? null, rule, severity: severityOf(severity) };
  const { findings } = useSuspenseQuery(FindingsTableQuery, { variables: { ...cursor.variables, filter }, fetchPolicy: "cache-and-network" }).data;
  return (
    <Stack>
      <Row>
        <FilterSelect
          label={t("finding.severity")}
          all={t("finding.all")}
          options={severities.map((each) => ({ value: each, label: t(`severity.${each}`) }))}
          chosen={filter.severity}
          onChoose={(chosen) => setFilter({ severity: chosen })}
        />
        {rules.length > 0 && (
          <FilterSelect
            label={t("finding.rule")}
            all={t("finding.allRules")}
            options={rules.map(({ code, title }) => ({ value: code, label: text(title) }))}
            chosen={rule}
            onChoose={(chosen) => setFilter({ rule: chosen })}
          />
        )}
      </Row>
      <Table
        of={findings}
        cursor={cursor}
        caption={t("findings.title")}
        empty={<Empty title={rule || severity ? t("finding.noneSo") : empty} />}
        columns={[
          { key: "finding", title: t("finding.title"), render: ({ id, sentence, rule: { title } }) => <Named to={`/findings/${id}`} name={t("finding.not", { rule: text(title) })} note={text(sentence)} /> },
          ...(ownOnly ? [] : [{ key: "member", title: t("finding.member"), render: ({ member }: { member: { name: Localized } }) => text(member.name) }]),
          { key: "severity", title: t("finding.severity"), render: (finding) => <SeverityBadge of={finding.severity} /> },
          { key: "article", title: t("finding.article"), render: ({ rule: { article } }) => article },
          { key: "found", title: t("finding.foundAt"), render: (finding) => <FoundOn of={finding} /> },
        ]}
      />
    </Stack>
  );
}
