import { useSuspenseQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { graphql } from "../../gql/index.ts";
import { useFormat } from "../../lib/format.ts";
import { Badge } from "../../ui/badge.tsx";
import { ButtonLink } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Row } from "../../ui/stack.tsx";
import { usePeriod } from "../../lib/use-period.ts";

const OwnDueQuery = graphql(`
  query OwnDue { assessmentRounds { period { code } dueOn daysLate assessment { id state } } }
`);

/** What this member still has to hand in of the latest round. */
export function OwnDue() {
  const { t } = useTranslation("assessments");
  const { date } = useFormat();
  const period = usePeriod();
  const [round] = useSuspenseQuery(OwnDueQuery, { fetchPolicy: "cache-and-network" }).data.assessmentRounds;
  const state = round?.assessment?.state ?? "NONE";
  if (!round || state === "SUBMITTED" || state === "CONFIRMED") return null;
  const { daysLate } = round;
  const told = { period: period(round.period.code), date: date(round.dueOn) };
  return (
    <Notice tone={daysLate === null ? "wait" : "bad"} title={daysLate === null || state === "CHANGES_REQUESTED" ? t(`due.${state}`, told) : t(`dueLate.${state}`, told)}>
      <Row>
        {daysLate !== null && <Badge tone="bad">{t("overdueBy", { count: daysLate })}</Badge>}
        <ButtonLink to={round.assessment ? `/assessments/${round.assessment.id}` : "/assessments"}>{t("due.go")}</ButtonLink>
      </Row>
    </Notice>
  );
}
