import { useSuspenseQuery } from "@apollo/client/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { graphql } from "../../gql/index.ts";
import { useFormat } from "../../lib/format.ts";
import { useAction } from "../../lib/use-action.ts";
import { useCursor } from "../../lib/use-cursor.ts";
import { useSession } from "../../lib/use-session.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Empty } from "../../ui/empty.tsx";
import { TextAreaField } from "../../ui/fields.tsx";
import { Form, Submit } from "../../ui/form.tsx";
import { Named } from "../../ui/named.tsx";
import { Section } from "../../ui/page.tsx";
import { Row } from "../../ui/stack.tsx";
import { Table } from "../../ui/table.tsx";

const CommentsQuery = graphql(`
  query Comments($id: ID!, $first: Int!, $after: String) {
    normComments(versionId: $id, first: $first, after: $after) {
      edges { node { id article text filedAt answer answeredAt member { id name } } }
      pageInfo { hasNextPage endCursor }
      totalCount
    }
  }
`);
const CommentsAnswer = graphql(`
  mutation CommentsAnswer($id: ID!, $answer: String!) {
    normCommentAnswer(id: $id, answer: $answer) { comment { id answer answeredAt } problems { code path } }
  }
`);

/** Everything members said of a version, each with its answer or the way to give one. */
export function Comments({ id }: { id: string }) {
  const { t } = useTranslation("norms");
  const { text, dateTime } = useFormat();
  const { may } = useSession();
  const cursor = useCursor();
  const { normComments } = useSuspenseQuery(CommentsQuery, { variables: { id, ...cursor.variables } }).data;
  return (
    <Section title={t("comments.title")}>
      <Table
        of={normComments}
        cursor={cursor}
        caption={t("comments.title")}
        empty={<Empty title={t("comments.none")} />}
        columns={[
          { key: "comment", title: t("comments.comment"), render: (comment) => <Named name={comment.text} note={dateTime(comment.filedAt)} /> },
          { key: "article", title: t("hit.part"), unbroken: true, render: ({ article }) => <a href={`#${article}`}>{article}</a> },
          { key: "member", title: t("board.member"), render: ({ member }) => (member ? <Named to={`/members/${member.id}`} name={text(member.name)} /> : "–") },
          {
            key: "answer",
            title: t("comments.answer"),
            roomy: true,
            render: (comment) => comment.answer !== null && comment.answer !== undefined ? comment.answer : may("NORM_DRAFT") ? <GiveAnswer id={comment.id} comment={comment.text} /> : t("comments.waiting"),
          },
        ]}
      />
    </Section>
  );
}

function GiveAnswer({ id, comment }: { id: string; comment: string }) {
  const { t } = useTranslation(["norms", "ui"]);
  const [isOpen, setOpen] = useState(false);
  const give = useAction(CommentsAnswer, { refreshes: true });
  const confirm = async (answer: string) => {
    if ((await give.run({ id, answer })) !== null) setOpen(false);
  };
  return (
    <>
      <Button onClick={() => setOpen(true)} label={`${t("answer.act")} ${comment.slice(0, 40)}`}>{t("answer.act")}</Button>
      {isOpen && (
        <Dialog title={t("answer.title")} onClose={() => setOpen(false)}>
          <p>{comment}</p>
          <Form onSubmit={({ answer = "" }) => confirm(answer)} problems={give.problems}>
            <TextAreaField name="answer" label={t("comments.answer")} hint={t("answer.hint")} maxLength={2000} rows={4} required />
            <Row>
              <Submit busy={give.busy}>{t("answer.act")}</Submit>
              <Button onClick={() => setOpen(false)}>{t("ui:cancel")}</Button>
            </Row>
          </Form>
        </Dialog>
      )}
    </>
  );
}
