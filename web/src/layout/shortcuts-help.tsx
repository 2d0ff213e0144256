import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Facts } from "../ui/facts.tsx";
import { focusSearch, turnShortcuts, useShortcuts, useShortcutsOn } from "../ui/use-shortcuts.ts";

/** Single keys that help, the list of them, and the way to turn them off. */
export function ShortcutsHelp() {
  const { t } = useTranslation("ui");
  const [isOpen, setOpen] = useState(false);
  const isOn = useShortcutsOn();
  useShortcuts(useMemo(() => ({ "?": () => setOpen(true), "/": focusSearch }), []));
  if (!isOpen) return null;
  return (
    <Dialog title={t("shortcuts.title")} onClose={() => setOpen(false)}>
      <Facts
        of={[
          { label: "?", value: t("shortcuts.help") },
          { label: "/", value: t("shortcuts.search") },
          { label: "Esc", value: t("shortcuts.close") },
        ]}
      />
      <div>
        <Button onClick={() => turnShortcuts(!isOn)}>{t(isOn ? "shortcuts.turnOff" : "shortcuts.turnOn")}</Button>
      </div>
    </Dialog>
  );
}
