import { useTranslation } from "react-i18next";
import { graphql, useFragment, type FragmentType } from "../../gql/index.ts";
import { useFormat } from "../../lib/format.ts";
import { Named } from "../../ui/named.tsx";
import { pageOfEntry } from "./entry-link.ts";

const LeafEntryEntry = graphql(`
  fragment LeafEntry_entry on CreditEntry {
    id proof clause occurredAt evidence { kind id }
  }
`);

/** What a part of a score is, leading to the record behind it, with its proof, its clause and its day. */
export function LeafName({ words, of = null }: { words: string; of?: FragmentType<typeof LeafEntryEntry> | null | undefined }) {
  const { t } = useTranslation("credit");
  const { shortDay } = useFormat();
  const entry = useFragment(LeafEntryEntry, of);
  if (!entry) return <Named name={words} />;
  const to = pageOfEntry(entry.evidence);
  const note = [t(`proof.${entry.proof}`), ...(entry.clause ? [t("entry.clause", { clause: entry.clause })] : []), shortDay(entry.occurredAt)].join(" · ");
  return <Named name={words} note={note} {...(to !== undefined && { to })} />;
}
