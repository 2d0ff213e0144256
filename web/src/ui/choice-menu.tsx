import { Dropdown } from "antd";
import { useRef, useState, type ReactNode } from "react";
import { Button } from "./button.tsx";

interface Choice {
  value: string;
  label: ReactNode;
}

interface ChoiceMenuProps {
  /** Names the menu for who cannot see its sign. */
  label: string;
  icon: ReactNode;
  /** Words beside the sign, where there is room. */
  text?: string;
  choices: readonly Choice[];
  chosen?: string;
  onChoose: (value: string) => unknown;
}

/** A small menu behind a button of the header: opened, it has the focus and the arrows go through it; closed, the button has it again. */
export function ChoiceMenu({ label, icon, text, choices, chosen, onChoose }: ChoiceMenuProps) {
  const place = useRef<HTMLSpanElement>(null);
  const [isOpen, setOpen] = useState(false);
  const change = (open: boolean) => {
    setOpen(open);
    if (!open && place.current?.parentElement?.contains(document.activeElement)) place.current.querySelector("button")?.focus();
  };
  return (
    <Dropdown
      trigger={["click"]}
      open={isOpen}
      onOpenChange={change}
      autoFocus
      getPopupContainer={({ parentElement }) => parentElement ?? document.body}
      menu={{
        items: choices.map(({ value, label: face }) => ({ key: value, label: face })),
        onClick: ({ key }) => void onChoose(key),
        ...(chosen !== undefined && { selectable: true, selectedKeys: [chosen] }),
      }}
    >
      <span ref={place}>
        <Button kind="quiet" icon={icon} label={text === undefined ? label : `${text} ${label}`} menuOpen={isOpen}>
          {text !== undefined && <span className="hall-tool-text">{text}</span>}
        </Button>
      </span>
    </Dropdown>
  );
}
