import { useSuspenseQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { graphql } from "../../gql/index.ts";
import { useFormat } from "../../lib/format.ts";
import { useCursor } from "../../lib/use-cursor.ts";
import { useSession } from "../../lib/use-session.ts";
import { Empty } from "../../ui/empty.tsx";
import { Figures } from "../../ui/figures.tsx";
import { Named } from "../../ui/named.tsx";
import { NotFound } from "../../ui/not-found.tsx";
import { Page } from "../../ui/page.tsx";
import { Table } from "../../ui/table.tsx";

const ReadersPageQuery = graphql(`
  query ReadersPage($id: ID!, $first: Int!, $after: String) {
    node(id: $id) { __typename id ... on NormVersion { number title } }
    normReadingTotals(versionId: $id) { all part none trained }
    normReadership(versionId: $id, first: $first, after: $after) {
      edges { node { read articles share trainings peopleTrained lastTrainedOn member { id name creditCode } readers { name articles } } }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

export function ReadersPage() {
  const { may } = useSession();
  return may("NORM_REVIEW") ? <Readers /> : <NotFound />;
}

/** Which member has read how much of a version, and who of it; and how many people it has trained. */
function Readers() {
  const { t } = useTranslation("norms");
  const { text, percent, number, date } = useFormat();
  const { id = "" } = useParams();
  const cursor = useCursor();
  const { node, normReadingTotals: totals, normReadership } = useSuspenseQuery(ReadersPageQuery, { variables: { id, ...cursor.variables } }).data;
  if (node?.__typename !== "NormVersion") return <NotFound />;
  const rows = { ...normReadership, edges: normReadership.edges.map(({ node: row }) => ({ node: { ...row, id: row.member.id } })) };
  return (
    <Page
      title={t("reading.title")}
      lead={t("reading.lead")}
      above={[{ to: "/norms", label: t("norms.title") }, { to: `/norms/versions/${id}`, label: t("titleNumbered", { title: text(node.title), version: node.number }) }]}
    >
      <Figures
        of={[
          { key: "all", label: t("reading.all"), value: number(totals.all), tone: "good" },
          { key: "part", label: t("reading.part"), value: number(totals.part), tone: "wait" },
          { key: "none", label: t("reading.none"), value: number(totals.none), tone: "bad" },
          { key: "trained", label: t("training.trained"), value: number(totals.trained) },
        ]}
      />
      <Table
        of={rows}
        cursor={cursor}
        caption={t("reading.title")}
        empty={<Empty title={t("reading.noMember")} />}
        columns={[
          { key: "member", title: t("board.member"), render: ({ member }) => <Named to={`/members/${member.id}`} name={text(member.name)} note={member.creditCode} /> },
          { key: "share", title: t("reading.share"), numeric: true, render: ({ share, read, articles }) => <Named name={share === null || share === undefined ? "–" : percent(share)} note={t("reading.of", { read, articles })} /> },
          { key: "people", title: t("reading.people"), roomy: true, render: ({ readers, articles }) => readers.length === 0 ? "–" : readers.map((reader) => <p key={reader.name}>{`${reader.name} ${t("reading.of", { read: reader.articles.length, articles })}`}</p>) },
          { key: "trained", title: t("training.peopleTrained"), numeric: true, render: ({ trainings, peopleTrained }) => trainings === 0 ? "–" : <Named name={number(peopleTrained)} note={t("training.held", { count: trainings })} /> },
          { key: "last", title: t("training.last"), unbroken: true, render: ({ lastTrainedOn }) => lastTrainedOn ? date(lastTrainedOn) : "–" },
        ]}
      />
    </Page>
  );
}
