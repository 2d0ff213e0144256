import { useSuspenseQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { graphql } from "../../gql/index.ts";
import type { CreditFileQuery as Answer } from "../../gql/graphql.ts";
import { useFormat } from "../../lib/format.ts";
import { useCursor } from "../../lib/use-cursor.ts";
import { useSession } from "../../lib/use-session.ts";
import { Badge } from "../../ui/badge.tsx";
import { Empty } from "../../ui/empty.tsx";
import { Stack } from "../../ui/stack.tsx";
import { Table } from "../../ui/table.tsx";
import { CorrectEntry } from "./correct-entry.tsx";
import { LeafName } from "./score-leaf.tsx";

const CreditFileQuery = graphql(`
  query CreditFile($id: ID!, $first: Int!, $after: String) {
    creditEntries(memberId: $id, first: $first, after: $after) {
      edges {
        node {
          id words severity enteredAt late voided reason
          kind { code name effect }
          corrects { id } correctedBy { id }
          ...LeafEntry_entry
          ...CorrectEntry_entry
        }
      }
      pageInfo { hasNextPage endCursor }
      totalCount
    }
  }
`);

type Node = Answer["creditEntries"]["edges"][number]["node"];

/** Everything that stands in a member's credit file, latest entered first; what was corrected stays, and says so. */
export function CreditFile({ id }: { id: string }) {
  const { t } = useTranslation("credit");
  const { text, dayOf } = useFormat();
  const mayCorrect = useSession().may("CREDIT_CORRECT");
  const cursor = useCursor(25);
  const { creditEntries } = useSuspenseQuery(CreditFileQuery, { variables: { id, ...cursor.variables }, fetchPolicy: "cache-and-network" }).data;
  return (
    <Table
      of={creditEntries}
      cursor={cursor}
      caption={t("file.title")}
      empty={<Empty title={t("file.none")} />}
      columns={[
        { key: "what", title: t("tree.what"), render: ({ words, ...entry }) => <LeafName words={text(words)} of={entry} /> },
        { key: "kind", title: t("file.kind"), render: ({ kind, severity }) => <Stack gap="small"><span>{text(kind.name)}</span>{severity && <span>{t(`severity.${severity}`)}</span>}</Stack> },
        { key: "effect", title: t("file.effect"), render: ({ kind }) => t(`effect.${kind.effect}`) },
        { key: "enteredAt", title: t("file.enteredAt"), unbroken: true, render: ({ enteredAt }) => dayOf(enteredAt) },
        {
          key: "standing", title: t("file.standing"),
          render: ({ correctedBy, corrects, voided, late, reason }) => (
            <Stack gap="small">
              <Badge tone={correctedBy || voided ? "plain" : "note"}>{t(correctedBy ? "file.corrected" : voided ? "file.voided" : corrects ? "file.correction" : late ? "file.late" : "file.stands")}</Badge>
              {reason && <small>{reason}</small>}
            </Stack>
          ),
        },
        ...(mayCorrect ? [{ key: "act", title: t("correct.title"), screenOnly: true, render: (entry: Node) => <CorrectEntry of={entry} /> }] : []),
      ]}
    />
  );
}
