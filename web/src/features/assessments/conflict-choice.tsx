import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../lib/format.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Row } from "../../ui/stack.tsx";
import { Table, whole } from "../../ui/table.tsx";
import type { FillIndicator } from "./fill-data.ts";
import { absentName, differing, fieldName, reasonName } from "./group-values.ts";
import type { Conflict } from "./use-draft.ts";

interface ConflictChoiceProps {
  of: Conflict;
  indicators: readonly FillIndicator[];
  onMine: (conflict: Conflict) => unknown;
  onTheirs: (conflict: Conflict) => void;
  busy: boolean;
}

/** Both texts of a page side by side, and the choice between them. */
export function ConflictChoice({ of, indicators, onMine, onTheirs, busy }: ConflictChoiceProps) {
  const { t } = useTranslation("assessments");
  const { text } = useFormat();
  const [isOpen, setOpen] = useState(true);
  const names = new Map(
    indicators.flatMap(({ number, inputs }) => [
      ...inputs.map(({ code, name }) => [fieldName(number, code), `${number} ${text(name)}`] as const),
      [absentName(number), `${number} ${t("absent.label")}`] as const,
      [reasonName(number), `${number} ${t("absent.reason")}`] as const,
    ]),
  );
  const shown = (value: string | undefined) => (value === "on" ? t("yes") : value || "–");
  const rows = differing(of.mine, of.theirs.values).map((field) => ({ id: field, name: names.get(field) ?? field, mine: shown(of.mine[field]), theirs: shown(of.theirs.values[field]) }));
  return (
    <>
      <Notice tone="bad" title={t("conflict.title")}>
        <Button onClick={() => setOpen(true)}>{t("conflict.compare")}</Button>
      </Notice>
      {isOpen && (
        <Dialog title={t("conflict.title")} onClose={() => setOpen(false)}>
          <p>{t("conflict.lead")}</p>
          <Table
            of={whole(rows)}
            caption={t("conflict.title")}
            columns={[
              { key: "field", title: t("conflict.field"), render: ({ name }) => name },
              { key: "mine", title: t("conflict.mine"), numeric: true, render: ({ mine }) => mine },
              { key: "theirs", title: t("conflict.theirs"), numeric: true, render: ({ theirs }) => theirs },
            ]}
          />
          <Row>
            <Button kind="main" busy={busy} onClick={() => onMine(of)}>{t("conflict.keepMine")}</Button>
            <Button onClick={() => onTheirs(of)}>{t("conflict.takeTheirs")}</Button>
          </Row>
        </Dialog>
      )}
    </>
  );
}
