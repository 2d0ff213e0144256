import { useTranslation } from "react-i18next";
import { graphql, useFragment, type FragmentType } from "../../gql/index.ts";
import { useFormat } from "../../lib/format.ts";
import { Table, whole } from "../../ui/table.tsx";
import { LeafName } from "./score-leaf.tsx";
import { useSigned } from "./signed.ts";

const ChangePartsPart = graphql(`
  fragment ChangeParts_part on GradeChangePart {
    key reason words areaName difference
    entry { id ...LeafEntry_entry }
  }
`);

/** By what two scores differ, greatest first; together it is the difference. */
export function ChangeParts({ of, caption }: { of: readonly FragmentType<typeof ChangePartsPart>[]; caption: string }) {
  const { t } = useTranslation("credit");
  const { text } = useFormat();
  const signed = useSigned();
  const parts = useFragment(ChangePartsPart, of);
  if (parts.length === 0) return <p>{t("change.nothing")}</p>;
  return (
    <Table
      of={whole(parts.map((part) => ({ ...part, id: part.key })))}
      caption={caption}
      columns={[
        { key: "what", title: t("tree.what"), render: ({ words, entry }) => <LeafName words={text(words)} of={entry} /> },
        { key: "area", title: t("tree.area"), render: ({ areaName }) => text(areaName) },
        { key: "reason", title: t("change.reason"), render: ({ reason }) => t(`reason.${reason}`) },
        { key: "difference", title: t("change.difference"), numeric: true, render: ({ difference }) => signed(difference) },
      ]}
    />
  );
}
