import { useSuspenseQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { graphql } from "../../gql/index.ts";
import { useFormat } from "../../lib/format.ts";
import type { Localized } from "../../lib/language.ts";
import { useCursor, useFilter } from "../../lib/use-cursor.ts";
import { Empty } from "../../ui/empty.tsx";
import { FilterSelect } from "../../ui/filter-select.tsx";
import { Named } from "../../ui/named.tsx";
import { Stack } from "../../ui/stack.tsx";
import { Table } from "../../ui/table.tsx";
import { CaseDue } from "./case-due.tsx";
import { CaseStateBadge, caseStateOf, caseStates } from "./case-state.tsx";

const CasesTableQuery = graphql(`
  query CasesTable($first: Int!, $after: String, $filter: SanctionCaseFilter!) {
    sanctionCases(first: $first, after: $after, filter: $filter) {
      edges { node { id number title state outcome member { id name } ...CaseDue_case } }
      pageInfo { hasNextPage endCursor }
      totalCount
    }
  }
`);

interface CasesTableProps {
  isClosed: boolean;
  /** Whether the reader sees only one member's anyway. */
  ownOnly: boolean;
}

/** Cases, newest first, narrowed by their state; it stands in the address. */
export function CasesTable({ isClosed, ownOnly }: CasesTableProps) {
  const { t } = useTranslation("supervision");
  const { text } = useFormat();
  const [{ state }, setFilter] = useFilter("state");
  const cursor = useCursor(25);
  const chosen = isClosed ? null : caseStateOf(state);
  const { sanctionCases } = useSuspenseQuery(CasesTableQuery, { variables: { ...cursor.variables, filter: { isClosed, state: chosen } }, fetchPolicy: "cache-and-network" }).data;
  return (
    <Stack>
      {!isClosed && !ownOnly && (
        <FilterSelect
          label={t("case.state")}
          all={t("cases.allStates")}
          options={caseStates.filter((each) => each !== "CLOSED").map((each) => ({ value: each, label: t(`caseState.${each}`) }))}
          chosen={chosen}
          onChoose={(value) => setFilter({ state: value })}
        />
      )}
      <Table
        of={sanctionCases}
        cursor={cursor}
        caption={t(ownOnly ? "cases.own" : "cases.title")}
        empty={<Empty title={t(emptyKey(ownOnly, isClosed, chosen !== null))} />}
        columns={[
          { key: "case", title: t("case.name"), render: ({ id, number, title }) => <Named to={`/cases/${id}`} name={title} note={t("case.numbered", { number })} /> },
          ...(ownOnly ? [] : [{ key: "member", title: t("case.member"), render: ({ member }: { member: { name: Localized } }) => text(member.name) }]),
          { key: "state", title: t("case.state"), render: ({ state: reached, outcome }) => <CaseStateBadge state={reached} outcome={outcome} /> },
          { key: "due", title: t("case.due"), render: (about) => <CaseDue of={about} /> },
        ]}
      />
    </Stack>
  );
}

function emptyKey(ownOnly: boolean, isClosed: boolean, isNarrowed: boolean): string {
  if (isNarrowed) return "cases.noneSo";
  if (ownOnly) return isClosed ? "cases.noneClosedOwn" : "cases.noneOwn";
  return isClosed ? "cases.noneClosed" : "cases.none";
}
