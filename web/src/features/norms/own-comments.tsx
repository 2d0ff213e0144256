import { useSuspenseQuery } from "@apollo/client/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type FragmentType, graphql, useFragment } from "../../gql/index.ts";
import { useFormat } from "../../lib/format.ts";
import { useAction } from "../../lib/use-action.ts";
import { Empty } from "../../ui/empty.tsx";
import { SelectField, TextAreaField } from "../../ui/fields.tsx";
import { Form, Submit } from "../../ui/form.tsx";
import type { Values } from "../../ui/form-context.ts";
import { Named } from "../../ui/named.tsx";
import { Section } from "../../ui/page.tsx";
import { Table } from "../../ui/table.tsx";

const OwnCommentsVersion = graphql(`
  fragment OwnComments_version on NormVersion {
    id standing
    chapters { code articles { code title } }
  }
`);
const OwnCommentsQuery = graphql(`
  query OwnComments($id: ID!) {
    normComments(versionId: $id, first: 100) {
      edges { node { id article text filedAt answer } }
      pageInfo { hasNextPage endCursor }
    }
  }
`);
const OwnCommentsFile = graphql(`
  mutation OwnCommentsFile($id: ID!, $input: NormCommentFileInput!) {
    normCommentFile(versionId: $id, input: $input) { comment { id } problems { code path } }
  }
`);

/** What the firm said of a version and what it was answered; while the consultation is open, the form for more. */
export function OwnComments({ of }: { of: FragmentType<typeof OwnCommentsVersion> }) {
  const { t } = useTranslation("norms");
  const { text, dateTime } = useFormat();
  const { id, standing, chapters } = useFragment(OwnCommentsVersion, of);
  const { normComments } = useSuspenseQuery(OwnCommentsQuery, { variables: { id } }).data;
  const [filed, setFiled] = useState(0);
  const file = useAction(OwnCommentsFile, { creates: true, refreshes: true });
  const submit = async ({ article = "", text: said = "" }: Values) => {
    if ((await file.run({ id, input: { article, text: said } })) !== null) setFiled(filed + 1);
  };
  return (
    <Section title={t("own.title")}>
      <p>{t("own.lead")}</p>
      <Table
        of={normComments}
        caption={t("own.title")}
        empty={<Empty title={t("own.none")} />}
        columns={[
          { key: "comment", title: t("comments.comment"), render: (comment) => <Named name={comment.text} note={dateTime(comment.filedAt)} /> },
          { key: "article", title: t("hit.part"), unbroken: true, render: ({ article }) => <a href={`#${article}`}>{article}</a> },
          { key: "answer", title: t("comments.answer"), roomy: true, render: ({ answer }) => answer ?? t("comments.waiting") },
        ]}
      />
      {standing === "CONSULTATION" && (
        <Form key={filed} onSubmit={submit} problems={file.problems}>
          <SelectField
            name="article"
            label={t("own.article")}
            options={chapters.flatMap(({ articles }) => articles.map(({ code, title }) => ({ value: code, label: `${code} ${text(title)}` })))}
            required
          />
          <TextAreaField name="text" label={t("own.text")} maxLength={2000} rows={4} required />
          <Submit busy={file.busy}>{t("own.act")}</Submit>
        </Form>
      )}
    </Section>
  );
}
