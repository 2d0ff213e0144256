import { useId, useLayoutEffect, useRef, type MouseEvent, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { CloseOutlined } from "@ant-design/icons";
import { Button } from "./button.tsx";
import { WholeCodes } from "./whole-codes.tsx";
import "./dialog.css";

interface DialogProps {
  title: string;
  onClose: () => void;
  children: ReactNode;
}

/** A question in front of the page; Escape and the cross close it, and the focus returns to where it was. */
export function Dialog({ title, onClose, children }: DialogProps) {
  const titleId = useId();
  const modal = useModal(onClose);
  return (
    <dialog {...modal} className="hall-dialog" aria-labelledby={titleId}>
      <header className="hall-section-head">
        <h2 id={titleId} tabIndex={-1}><WholeCodes>{title}</WholeCodes></h2>
        <Close onClick={onClose} />
      </header>
      {children}
    </dialog>
  );
}

/** A sheet at the side of the page; a press beside it, or on any link in it, closes it too. */
export function Drawer({ label, onClose, children }: { label: string; onClose: () => void; children: ReactNode }) {
  const modal = useModal(onClose);
  const leave = ({ target, currentTarget }: MouseEvent) => {
    if (target === currentTarget || (target instanceof Element && target.closest("a") !== null)) onClose();
  };
  return (
    <dialog {...modal} className="hall-drawer" aria-label={label} onClick={leave}>
      <Close onClick={onClose} />
      {children}
    </dialog>
  );
}

function Close({ onClick }: { onClick: () => void }) {
  const { t } = useTranslation("ui");
  return (
    <Button kind="quiet" onClick={onClick} icon={<CloseOutlined />} label={t("close")}>
      {null}
    </Button>
  );
}

/** At the field that asks for it, at the first field, at the safe way out, else at the title: never at the cross. */
function startIn(dialog: HTMLDialogElement): void {
  const places = ["[data-takes-focus]", ":is(input:checked, input:not([type=radio], [type=hidden]), select, textarea):enabled", "input:enabled", "[data-safe]", "h2"];
  const place = places.map((one) => dialog.querySelector<HTMLElement>(one)).find((found) => found !== null);
  place?.focus();
}

/** Opens a dialog with the page behind it inert, for as long as it is rendered. */
function useModal(onClose: () => void) {
  const ref = useRef<HTMLDialogElement>(null);
  // Closed before it leaves the page: only then does the browser give the focus back.
  useLayoutEffect(() => {
    const shown = ref.current;
    shown?.showModal();
    if (shown) startIn(shown);
    return () => shown?.close();
  }, []);
  return { ref, onCancel: (event: { preventDefault: () => void }) => (event.preventDefault(), onClose()) };
}
