import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { graphql, useFragment, type FragmentType } from "../../gql/index.ts";
import { useFormat } from "../../lib/format.ts";
import type { Cursor } from "../../lib/use-cursor.ts";
import { Digest } from "../../ui/digest.tsx";
import { Empty } from "../../ui/empty.tsx";
import { Named } from "../../ui/named.tsx";
import { Table } from "../../ui/table.tsx";

const JournalTableEntries = graphql(`
  fragment JournalTable_entries on JournalEntryConnection {
    totalCount
    edges { node { seq at act record leafHash actor { kind name } } }
    pageInfo { hasNextPage endCursor }
  }
`);

interface JournalTableProps {
  of: FragmentType<typeof JournalTableEntries>;
  cursor?: Cursor;
  /** What a record's id is shown as; nothing where all entries are of one record. */
  record?: (id: string) => ReactNode;
}

/** Acts with hand, time and record; last, for who compares, the code of the act and the leaf it has in the tree. */
export function JournalTable({ of, cursor, record }: JournalTableProps) {
  const { t } = useTranslation("journal");
  const { dateTime } = useFormat();
  const entries = useFragment(JournalTableEntries, of);
  const rows = { ...entries, edges: entries.edges.map(({ node }) => ({ node: { ...node, id: String(node.seq) } })) };
  return (
    <Table
      of={rows}
      {...(cursor && { cursor })}
      caption={t("title")}
      empty={<Empty title={t("none")} />}
      columns={[
        { key: "act", title: t("act"), render: ({ act }) => t(`acts.${act.replace(/[.-]/g, "_")}`, { defaultValue: act }) },
        { key: "seq", title: t("seq"), numeric: true, render: ({ seq }) => seq },
        { key: "at", title: t("at"), render: ({ at }) => dateTime(at) },
        { key: "actor", title: t("actor"), render: ({ actor }) => actor.name ?? t(`kind.${actor.kind}`) },
        ...(record ? [{ key: "record", title: t("record"), render: ({ record: id }: { record: string }) => record(id) }] : []),
        { key: "details", title: t("details"), render: ({ act, leafHash }) => <Named name={<Digest of={leafHash} short />} note={act} /> },
      ]}
    />
  );
}
