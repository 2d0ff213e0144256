import { useTranslation } from "react-i18next";
import { type FragmentType, graphql, useFragment } from "../../gql/index.ts";
import { useFormat } from "../../lib/format.ts";
import { Badge } from "../../ui/badge.tsx";
import { Stack } from "../../ui/stack.tsx";
import { clockTones } from "./tones.ts";

const RepairClockClock = graphql(`
  fragment RepairClock_clock on RepairClock { state days left due }
`);

/** How long the association still has, in working days; a dash once there is nothing to wait for. */
export function RepairClock({ of }: { of: FragmentType<typeof RepairClockClock> | null }) {
  const { t } = useTranslation("publication");
  const { date } = useFormat();
  const clock = useFragment(RepairClockClock, of);
  if (!clock) return <>–</>;
  const { state, due, left } = clock;
  if (state === "PAUSED" || due === null) return <Badge tone={clockTones.PAUSED}>{t("clock.PAUSED")}</Badge>;
  return (
    <Stack gap="small">
      <div><Badge tone={clockTones[state]}>{date(due)}</Badge></div>
      <small>{state === "OVERDUE" ? t("clock.OVERDUE") : t("clock.RUNNING", { count: left })}</small>
    </Stack>
  );
}
