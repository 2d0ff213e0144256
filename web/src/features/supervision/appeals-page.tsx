import { useSuspenseQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { graphql } from "../../gql/index.ts";
import { useFormat } from "../../lib/format.ts";
import { useCursor, useFilter } from "../../lib/use-cursor.ts";
import { Empty } from "../../ui/empty.tsx";
import { Named } from "../../ui/named.tsx";
import { Page } from "../../ui/page.tsx";
import { Stack } from "../../ui/stack.tsx";
import { Table } from "../../ui/table.tsx";
import { Tabs } from "../../ui/tabs.tsx";
import { AppealBadge } from "./appeal-badge.tsx";
import { useClockWords } from "./case-clock.tsx";

const AppealsPageQuery = graphql(`
  query AppealsPage($first: Int!, $after: String, $isDecided: Boolean) {
    sanctionAppeals(first: $first, after: $after, isDecided: $isDecided) {
      edges { node { id filedOn outcome clock { state due left pausedSince } case { id number title member { id name } } } }
      pageInfo { hasNextPage endCursor }
      totalCount
    }
  }
`);

/** Appeals, those filed first on top, for they are due first. */
export function AppealsPage() {
  const { t } = useTranslation("supervision");
  const { text, date } = useFormat();
  const clockWords = useClockWords();
  const [{ view }, setFilter] = useFilter("view");
  const isDecided = view === "ended";
  const cursor = useCursor(25);
  const { sanctionAppeals } = useSuspenseQuery(AppealsPageQuery, { variables: { ...cursor.variables, isDecided }, fetchPolicy: "cache-and-network" }).data;
  return (
    <Page title={t("appeals.title")} lead={t("appeals.lead")}>
      <Stack>
        <Tabs
          label={t("cases.views")}
          chosen={isDecided ? "ended" : "open"}
          onChoose={(value) => setFilter({ view: value === "open" ? null : value })}
          of={["open", "ended"].map((value) => ({ value, label: t(`appealsView.${value}`) }))}
        />
        <Table
          of={sanctionAppeals}
          cursor={cursor}
          caption={t("appeals.title")}
          empty={<Empty title={t(isDecided ? "appeals.noneEnded" : "appeals.none")} />}
          columns={[
            { key: "appeal", title: t("appeal.name"), render: ({ id, case: { title, number } }) => <Named to={`/appeals/${id}`} name={title} note={t("appeal.numbered", { number })} /> },
            { key: "member", title: t("case.member"), render: ({ case: { member } }) => text(member.name) },
            { key: "filed", title: t("appeal.filedOn"), unbroken: true, render: ({ filedOn }) => date(filedOn) },
            { key: "state", title: t("case.state"), render: ({ outcome, clock }) => <Named name={<AppealBadge outcome={outcome} />} {...(clock && { note: clockWords(clock) })} /> },
          ]}
        />
      </Stack>
    </Page>
  );
}
