import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Problem } from "../lib/problem.ts";
import { Button } from "./button.tsx";
import { Dialog } from "./dialog.tsx";
import type { Values } from "./form-context.ts";
import { Form, Submit } from "./form.tsx";
import { Row } from "./stack.tsx";

interface FormDialogProps {
  /** The act, as a verb: on the button that opens the form, and again on the one that sends it. */
  act: string;
  /** Names what it is done to, where several buttons bear the same verb. */
  about?: string;
  title: string;
  action: { busy: boolean; problems: readonly Problem[] };
  /** Answers null when it did not happen; then the form stays and says why. */
  onSubmit: (values: Values) => Promise<unknown>;
  /** The fields. */
  children: ReactNode;
}

/** A short form behind a button. */
export function FormDialog({ act, about, title, action, onSubmit, children }: FormDialogProps) {
  const { t } = useTranslation("ui");
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  const submit = async (values: Values) => {
    if ((await onSubmit(values)) !== null) close();
  };
  return (
    <>
      <Button onClick={() => setOpen(true)} {...(about !== undefined && { label: `${act} ${about}` })}>{act}</Button>
      {isOpen && (
        <Dialog title={title} onClose={close}>
          <Form onSubmit={submit} problems={action.problems}>
            {children}
            <Row>
              <Submit busy={action.busy}>{act}</Submit>
              <Button onClick={close}>{t("cancel")}</Button>
            </Row>
          </Form>
        </Dialog>
      )}
    </>
  );
}
