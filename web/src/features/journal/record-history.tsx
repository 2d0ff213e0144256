import { useSuspenseQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { graphql } from "../../gql/index.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { Section } from "../../ui/page.tsx";
import { JournalTable } from "./journal-table.tsx";

const RecordHistoryQuery = graphql(`
  query RecordHistory($record: ID!) {
    journal(first: 10, filter: { record: $record }) { ...JournalTable_entries }
  }
`);

/** The last acts done to a record, on its page. */
export function RecordHistory({ id }: { id: string }) {
  const { t } = useTranslation("journal");
  const { journal } = useSuspenseQuery(RecordHistoryQuery, { variables: { record: id } }).data;
  return (
    <Section title={t("history")} actions={<ButtonLink to={`/journal?record=${id}`} kind="quiet">{t("historyAll")}</ButtonLink>}>
      <JournalTable of={journal} />
    </Section>
  );
}
