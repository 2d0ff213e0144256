import { Dropdown } from "antd";
import type { ReactNode } from "react";
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

/** A small menu behind a button of the header. */
export const ChoiceMenu = ({ label, icon, text, choices, chosen, onChoose }: ChoiceMenuProps) => (
  <Dropdown
    trigger={["click"]}
    getPopupContainer={({ parentElement }) => parentElement ?? document.body}
    menu={{
      items: choices.map(({ value, label: face }) => ({ key: value, label: face })),
      onClick: ({ key }) => void onChoose(key),
      ...(chosen !== undefined && { selectable: true, selectedKeys: [chosen] }),
    }}
  >
    <span>
      <Button kind="quiet" icon={icon} label={text === undefined ? label : `${text} ${label}`}>
        {text !== undefined && <span className="hall-tool-text">{text}</span>}
      </Button>
    </span>
  </Dropdown>
);
