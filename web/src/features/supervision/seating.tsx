import { useTranslation } from "react-i18next";
import type { PanelConflict } from "../../gql/graphql.ts";
import { useFormat } from "../../lib/format.ts";
import type { Problem } from "../../lib/problem.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { CheckGroup } from "../../ui/fields.tsx";
import { Form, Submit } from "../../ui/form.tsx";
import { Row } from "../../ui/stack.tsx";

interface SeatingProps {
  candidates: readonly { userId: string; name: string; conflicts: readonly PanelConflict[] }[];
  /** Who sits already. */
  seated: readonly string[];
  action: { busy: boolean; problems: readonly Problem[] };
  /** Answers null when it did not happen. */
  onSeat: (userIds: string[]) => Promise<unknown>;
  onClose: () => void;
}

/** Everybody who may sit on panels; who stands too near the matter is shown with the reason and cannot be chosen. */
export function Seating({ candidates, seated, action, onSeat, onClose }: SeatingProps) {
  const { t } = useTranslation(["supervision", "ui"]);
  const { list } = useFormat();
  const offered = candidates.filter(({ userId }) => !seated.includes(userId));
  const seat = async (form: HTMLFormElement) => {
    if ((await onSeat(new FormData(form).getAll("userIds").map(String))) !== null) onClose();
  };
  return (
    <Dialog title={t("seating.title")} onClose={onClose}>
      <p>{t("seating.what")}</p>
      {offered.length === 0 ? (
        <p>{t("seating.nobody")}</p>
      ) : (
        <Form problems={action.problems} onSubmit={(_, form) => seat(form)}>
          <CheckGroup
            name="userIds"
            label={t("seating.who")}
            wanting={t("seating.wanting")}
            options={offered.map(({ userId, name, conflicts }) => ({
              value: userId,
              label: name,
              disabled: conflicts.length > 0,
              ...(conflicts.length > 0 && { hint: list(conflicts.map((conflict) => t(`conflict.${conflict}`))) }),
            }))}
          />
          <Row>
            <Submit busy={action.busy}>{t("seating.act")}</Submit>
            <Button onClick={onClose}>{t("ui:cancel")}</Button>
          </Row>
        </Form>
      )}
    </Dialog>
  );
}
