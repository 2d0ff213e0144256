import { useEffect, useId, useRef, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { CloseOutlined } from "@ant-design/icons";
import { Button } from "./button.tsx";
import "./dialog.css";

interface DialogProps {
  title: string;
  onClose: () => void;
  children: ReactNode;
}

/** A question in front of the page; Escape and the cross close it, and the focus returns to where it was. */
export function Dialog({ title, onClose, children }: DialogProps) {
  const { t } = useTranslation("ui");
  const titleId = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => shown?.close();
  }, []);
  return (
    <dialog ref={dialog} className="hall-dialog" aria-labelledby={titleId} onCancel={(event) => (event.preventDefault(), onClose())}>
      <header className="hall-section-head">
        <h2 id={titleId}>{title}</h2>
        <Button kind="quiet" onClick={onClose} icon={<CloseOutlined />} label={t("close")}>
          {null}
        </Button>
      </header>
      {children}
    </dialog>
  );
}
