import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type FragmentType, graphql, useFragment } from "../../gql/index.ts";
import { useAction } from "../../lib/use-action.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { CheckField, TextAreaField } from "../../ui/fields.tsx";
import { Form, Submit } from "../../ui/form.tsx";
import type { Values } from "../../ui/form-context.ts";
import { Section } from "../../ui/page.tsx";
import { Problems } from "../../ui/problems.tsx";
import { Row } from "../../ui/stack.tsx";
import { AttachFiles, useAttached } from "./attach-files.tsx";

const AnswerFormCase = graphql(`
  fragment AnswerForm_case on SanctionCase { id }
`);
const AnswerFormAnswer = graphql(`
  mutation AnswerFormAnswer($input: CaseAnswerInput!) { caseAnswer(input: $input) { case { id answers { id text final filedAt files { id name size } } } problems { code path } } }
`);

/** What the member says, with files; whether that is all is asked once more before it is sent. */
export function AnswerForm({ of }: { of: FragmentType<typeof AnswerFormCase> }) {
  const { t } = useTranslation(["supervision", "ui"]);
  const { id } = useFragment(AnswerFormCase, of);
  const [sent, setSent] = useState(0);
  const [lastWord, setLastWord] = useState<string | null>(null);
  const attached = useAttached();
  const answer = useAction(AnswerFormAnswer, { creates: true, refreshes: true });
  const send = async (text: string, final: boolean) => {
    if ((await answer.run({ input: { id, text, fileIds: attached.files.map((file) => file.id), final } })) === null) return;
    attached.clear();
    setLastWord(null);
    setSent(sent + 1);
  };
  const submit = ({ text = "", final }: Values) => (final === undefined ? send(text, false) : setLastWord(text));
  return (
    <Section title={t("answer.write")}>
      <Form key={sent} problems={lastWord === null ? answer.problems : []} onSubmit={submit}>
        <TextAreaField name="text" label={t("answer.text")} hint={t("answer.textHint")} maxLength={20_000} rows={8} required />
        <AttachFiles {...attached} />
        <CheckField name="final" label={t("answer.final")} hint={t("answer.finalHint")} />
        <Submit busy={answer.busy}>{t("answer.act")}</Submit>
      </Form>
      {lastWord !== null && (
        <Dialog title={t("answer.finalTitle")} onClose={() => setLastWord(null)}>
          <p>{t("answer.finalWhat")}</p>
          <Problems of={answer.problems} />
          <Row>
            <Button kind="main" busy={answer.busy} onClick={() => send(lastWord, true)}>{t("answer.finalAct")}</Button>
            <Button onClick={() => setLastWord(null)} safe>{t("ui:cancel")}</Button>
          </Row>
        </Dialog>
      )}
    </Section>
  );
}
