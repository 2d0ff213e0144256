import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Problem } from "../../lib/problem.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { TextAreaField } from "../../ui/fields.tsx";
import { Form, Submit } from "../../ui/form.tsx";
import { Row } from "../../ui/stack.tsx";

interface ReasonedActProps {
  act: "suspend" | "reinstate" | "withdraw";
  number: string;
  action: { busy: boolean; problems: readonly Problem[] };
  /** Answers null when it did not happen; then the dialog stays and says why. */
  onConfirm: (reason: string) => Promise<unknown>;
  grave?: boolean;
}

/** An act that asks for its reason, which everybody who checks the certificate will read, before it is done. */
export function ReasonedAct({ act, number, action, onConfirm, grave = false }: ReasonedActProps) {
  const { t } = useTranslation(["certificates", "ui"]);
  const [isOpen, setOpen] = useState(false);
  const confirm = async (reason: string) => {
    if ((await onConfirm(reason)) !== null) setOpen(false);
  };
  return (
    <>
      <Button kind={grave ? "grave" : "plain"} onClick={() => setOpen(true)}>
        {t(`${act}.act`)}
      </Button>
      {isOpen && (
        <Dialog title={t(`${act}.title`, { number })} onClose={() => setOpen(false)}>
          <p>{t(`${act}.what`)}</p>
          <Form onSubmit={({ reason = "" }) => confirm(reason)} problems={action.problems}>
            <TextAreaField name="reason" label={t("reason")} hint={t("reasonHint")} maxLength={2000} rows={3} required />
            <Row>
              <Submit busy={action.busy}>{t(`${act}.act`)}</Submit>
              <Button onClick={() => setOpen(false)}>{t("ui:cancel")}</Button>
            </Row>
          </Form>
        </Dialog>
      )}
    </>
  );
}
