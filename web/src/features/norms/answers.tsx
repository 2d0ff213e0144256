import { useSuspenseQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { graphql } from "../../gql/index.ts";
import { useFormat } from "../../lib/format.ts";
import { Empty } from "../../ui/empty.tsx";
import { Section } from "../../ui/page.tsx";
import { Table } from "../../ui/table.tsx";

const AnswersQuery = graphql(`
  query Answers($id: ID!) {
    normAnswers(versionId: $id, first: 100) {
      edges { node { round article text answeredAt } }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

/** What the association answered to all comments on a version, without a word of who asked. */
export function Answers({ id }: { id: string }) {
  const { t } = useTranslation("norms");
  const { dayOf } = useFormat();
  const { normAnswers } = useSuspenseQuery(AnswersQuery, { variables: { id } }).data;
  const rows = { ...normAnswers, edges: normAnswers.edges.map(({ node }, place) => ({ node: { ...node, id: String(place) } })) };
  return (
    <Section title={t("answers.title")}>
      <p>{t("answers.lead")}</p>
      <Table
        of={rows}
        caption={t("answers.title")}
        empty={<Empty title={t("answers.none")} />}
        columns={[
          { key: "answer", title: t("comments.answer"), render: ({ text }) => text },
          { key: "article", title: t("hit.part"), unbroken: true, render: ({ article }) => <a href={`#${article}`}>{article}</a> },
          { key: "at", title: t("answers.at"), unbroken: true, render: ({ answeredAt }) => dayOf(answeredAt) },
        ]}
      />
    </Section>
  );
}
