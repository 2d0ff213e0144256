import { useSuspenseQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { graphql } from "../../gql/index.ts";
import { associationDay } from "../../lib/association-day.ts";
import { useCursor, useFilter } from "../../lib/use-cursor.ts";
import { SelectField, TextField } from "../../ui/fields.tsx";
import { Page } from "../../ui/page.tsx";
import { SearchForm } from "../../ui/search-form.tsx";
import { Checkpoint } from "./checkpoint.tsx";
import { JournalTable } from "./journal-table.tsx";

const JournalPageQuery = graphql(`
  query JournalPage($first: Int!, $after: String, $filter: JournalFilter) {
    journalActs
    journalCheckpoint { size ...Checkpoint_checkpoint }
    journal(first: $first, after: $after, filter: $filter) { ...JournalTable_entries }
  }
`);

/** The trail of everything that was done, and its last seal. */
export function JournalPage() {
  const { t } = useTranslation("journal");
  const [wanted, setWanted] = useFilter("act", "record", "from", "until");
  const cursor = useCursor();
  const filter = {
    act: wanted.act,
    record: wanted.record,
    from: wanted.from && associationDay(wanted.from).begins,
    until: wanted.until && associationDay(wanted.until).ends,
  };
  const { journal, journalActs, journalCheckpoint } = useSuspenseQuery(JournalPageQuery, { variables: { ...cursor.variables, filter } }).data;
  return (
    <Page title={t("title")} lead={t("lead")}>
      <Checkpoint of={journalCheckpoint ?? null} />
      <SearchForm key={JSON.stringify(wanted)} onSearch={({ act = "", record = "", from = "", until = "" }) => setWanted({ act, record, from, until })}>
        <SelectField
          name="act"
          label={t("act")}
          defaultValue={wanted.act ?? ""}
          options={journalActs.map((act) => ({ value: act, label: t(`acts.${act.replace(/[.-]/g, "_")}`, { defaultValue: act }) }))}
        />
        <TextField name="record" type="search" label={t("recordId")} defaultValue={wanted.record ?? ""} />
        <TextField name="from" type="date" label={t("from")} defaultValue={wanted.from ?? ""} />
        <TextField name="until" type="date" label={t("until")} defaultValue={wanted.until ?? ""} />
      </SearchForm>
      <JournalTable of={journal} cursor={cursor} record={(id) => <Link to={`?record=${encodeURIComponent(id)}`}><code>{id}</code></Link>} />
    </Page>
  );
}
