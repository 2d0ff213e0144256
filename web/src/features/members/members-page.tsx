import { useSuspenseQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { graphql } from "../../gql/index.ts";
import { useFormat } from "../../lib/format.ts";
import { useCursor, useFilter } from "../../lib/use-cursor.ts";
import { Empty } from "../../ui/empty.tsx";
import { SelectField, TextField } from "../../ui/fields.tsx";
import { Named } from "../../ui/named.tsx";
import { Page } from "../../ui/page.tsx";
import { SearchForm } from "../../ui/search-form.tsx";
import { Table } from "../../ui/table.tsx";
import { oneOf, productLines, statuses } from "./choices.ts";
import { StatusBadge } from "./status-badge.tsx";

const MembersPageQuery = graphql(`
  query MembersPage($first: Int!, $after: String, $filter: MemberFilter) {
    regions { code name }
    members(first: $first, after: $after, filter: $filter) {
      totalCount
      edges { node { id number name creditCode status sizeClass productLines region { code name } } }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

/** Every firm of the association, searched by name, code and kind; the search stands in the address. */
export function MembersPage() {
  const { t } = useTranslation("members");
  const { text, list } = useFormat();
  const [wanted, setWanted] = useFilter("text", "region", "status", "line", "due");
  const cursor = useCursor();
  const status = oneOf(statuses, wanted.status);
  const filter = {
    text: wanted.text,
    regions: wanted.region === null ? null : [wanted.region],
    statuses: status === null ? null : [status],
    productLine: oneOf(productLines, wanted.line),
    renewable: wanted.due === "renewal" ? true : null,
  };
  const { members, regions } = useSuspenseQuery(MembersPageQuery, { variables: { ...cursor.variables, filter } }).data;
  return (
    <Page title={t("list.title")} lead={t("list.lead")}>
      <SearchForm key={JSON.stringify(wanted)} onSearch={({ text: words = "", region = "", status: state = "", line = "", due = "" }) => setWanted({ text: words, region, status: state, line, due })}>
        <TextField name="text" type="search" label={t("list.text")} defaultValue={wanted.text ?? ""} />
        <SelectField name="region" label={t("region")} defaultValue={wanted.region ?? ""} options={regions.map(({ code, name }) => ({ value: code, label: text(name) }))} />
        <SelectField name="status" label={t("status.title")} defaultValue={status ?? ""} options={statuses.map((value) => ({ value, label: t(`status.${value}`) }))} />
        <SelectField name="line" label={t("productLines")} defaultValue={filter.productLine ?? ""} options={productLines.map((value) => ({ value, label: t(`line.${value}`) }))} />
        <SelectField name="due" label={t("list.due")} defaultValue={wanted.due ?? ""} options={[{ value: "renewal", label: t("list.renewal") }]} />
      </SearchForm>
      <Table
        of={members}
        cursor={cursor}
        caption={t("list.title")}
        empty={<Empty title={t("list.none")} />}
        columns={[
          { key: "name", title: t("name"), render: ({ id, name, creditCode }) => <Named to={`/members/${id}`} name={text(name)} note={creditCode} /> },
          { key: "number", title: t("number"), numeric: true, render: ({ number }) => number },
          { key: "region", title: t("region"), render: ({ region }) => text(region.name) },
          { key: "size", title: t("sizeClass"), render: ({ sizeClass }) => t(`size.${sizeClass}`) },
          { key: "lines", title: t("productLines"), roomy: true, render: ({ productLines: lines }) => list(lines.map((line) => t(`line.${line}`))) },
          { key: "status", title: t("status.title"), render: ({ status: stands }) => <StatusBadge of={stands} /> },
        ]}
      />
    </Page>
  );
}
