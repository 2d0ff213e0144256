import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Problem } from "../lib/problem.ts";
import { Button } from "./button.tsx";
import { Dialog } from "./dialog.tsx";
import { Problems } from "./problems.tsx";
import { Row } from "./stack.tsx";

interface ConfirmButtonProps {
  /** The act, as a verb: on the button, and again on the button that does it. */
  label: string;
  /** Names what it is done to, where several buttons bear the same verb. */
  about?: string;
  title: string;
  /** What will be so afterwards, and whether it can be taken back. */
  children: ReactNode;
  /** Answers null when it did not happen; then the dialog stays and says why. */
  onConfirm: () => Promise<unknown>;
  busy?: boolean;
  problems?: readonly Problem[];
  grave?: boolean;
}

/** An act that asks once more before it is done. */
export function ConfirmButton({ label, about, title, children, onConfirm, busy = false, problems = [], grave = false }: ConfirmButtonProps) {
  const { t } = useTranslation("ui");
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  const confirm = async () => {
    if ((await onConfirm()) !== null) close();
  };
  return (
    <>
      <Button kind={grave ? "grave" : "plain"} onClick={() => setOpen(true)} {...(about !== undefined && { label: `${label} ${about}` })}>
        {label}
      </Button>
      {isOpen && (
        <Dialog title={title} onClose={close}>
          <div>{children}</div>
          <Problems of={problems} />
          <Row>
            <Button kind={grave ? "grave" : "main"} busy={busy} onClick={confirm}>
              {label}
            </Button>
            <Button onClick={close} safe>{t("cancel")}</Button>
          </Row>
        </Dialog>
      )}
    </>
  );
}
