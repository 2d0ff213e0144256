import { useState } from "react";
import { useTranslation } from "react-i18next";
import { graphql, useFragment, type FragmentType } from "../../gql/index.ts";
import type { Severity } from "../../gql/graphql.ts";
import { useFormat } from "../../lib/format.ts";
import { useAction } from "../../lib/use-action.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { RadioField, TextAreaField } from "../../ui/fields.tsx";
import { Form, Submit } from "../../ui/form.tsx";
import type { Values } from "../../ui/form-context.ts";
import { Row } from "../../ui/stack.tsx";

const CorrectEntryEntry = graphql(`
  fragment CorrectEntry_entry on CreditEntry {
    id words severity voided correctedBy { id }
    mayCorrect: viewerMay(act: CREDIT_CORRECT)
  }
`);
const CorrectEntryCorrect = graphql(`
  mutation CorrectEntryCorrect($id: ID!, $input: CreditEntryCorrectInput!) {
    creditEntryCorrect(id: $id, input: $input) { creditEntry { id corrects { id correctedBy { id } } } problems { code path } }
  }
`);

const severities = ["CRITICAL", "MAJOR", "MINOR"] as const satisfies readonly Severity[];

/** The way to correct an entry that stands: to take it back, or to say how grave it is; with a reason the member reads. */
export function CorrectEntry({ of }: { of: FragmentType<typeof CorrectEntryEntry> }) {
  const { t } = useTranslation(["credit", "ui"]);
  const { text } = useFormat();
  const { id, words, severity, voided, correctedBy, mayCorrect } = useFragment(CorrectEntryEntry, of);
  const correct = useAction(CorrectEntryCorrect, { creates: true, refreshes: true });
  const [isOpen, setOpen] = useState(false);
  if (!mayCorrect || voided || correctedBy) return null;
  const close = () => setOpen(false);
  const send = async ({ how = "", reason = "" }: Values) => {
    const changed = severities.find((each) => each === how);
    if ((await correct.run({ id, input: { voided: how === "VOID", reason, ...(changed && { severity: changed }) } })) !== null) close();
  };
  const grades = severity ? severities.filter((each) => each !== severity).map((each) => ({ value: each, label: t("correct.severity", { severity: t(`severity.${each}`) }) })) : [];
  return (
    <>
      <Button onClick={() => setOpen(true)} label={`${t("correct.act")} ${text(words)}`}>
        {t("correct.act")}
      </Button>
      {isOpen && (
        <Dialog title={t("correct.title")} onClose={close}>
          <p>{text(words)}</p>
          <p>{t("correct.what")}</p>
          <Form onSubmit={send} problems={correct.problems}>
            <RadioField name="how" label={t("correct.how")} defaultValue="VOID" options={[{ value: "VOID", label: t("correct.void") }, ...grades]} />
            <TextAreaField name="reason" label={t("correct.reason")} hint={t("correct.reasonHint")} maxLength={2000} rows={3} required />
            <Row>
              <Submit busy={correct.busy}>{t("correct.act")}</Submit>
              <Button onClick={close}>{t("ui:cancel")}</Button>
            </Row>
          </Form>
        </Dialog>
      )}
    </>
  );
}
