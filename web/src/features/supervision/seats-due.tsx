import { useSuspenseQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { ButtonLink } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Stack } from "../../ui/stack.tsx";
import { WaitingSeatsQuery } from "./waiting-seats.tsx";

/** Tells a panel member that cases or appeals wait for a declaration or a vote. */
export function SeatsDue() {
  const { t } = useTranslation("supervision");
  const { panelSeatsWaiting } = useSuspenseQuery(WaitingSeatsQuery).data;
  if (panelSeatsWaiting.length === 0) return null;
  return (
    <Notice tone="wait" title={t("seat.due", { count: panelSeatsWaiting.length })}>
      <Stack gap="small">
        <p>{t("seat.dueWhy")}</p>
        <div>
          <ButtonLink to="/cases?view=waiting">{t("seat.dueAct")}</ButtonLink>
        </div>
      </Stack>
    </Notice>
  );
}
