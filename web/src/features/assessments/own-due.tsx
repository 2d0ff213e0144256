import { useSuspenseQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { graphql } from "../../gql/index.ts";
import type { OwnDueQuery as Data } from "../../gql/graphql.ts";
import { useFormat } from "../../lib/format.ts";
import { Badge } from "../../ui/badge.tsx";
import { ButtonLink } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Row } from "../../ui/stack.tsx";
import { usePeriod } from "../../lib/use-period.ts";

const OwnDueQuery = graphql(`
  query OwnDue { assessmentRounds { period { code } dueOn daysLate assessment { id state } } }
`);

type Round = Data["assessmentRounds"][number];

/** What this member still has to hand in of the latest round. */
export function OwnDue() {
  const [round] = useSuspenseQuery(OwnDueQuery, { fetchPolicy: "cache-and-network" }).data.assessmentRounds;
  const state = round?.assessment?.state ?? "NONE";
  return !round || state === "SUBMITTED" || state === "CONFIRMED" ? null : <Due of={round} state={state} />;
}

function Due({ of: { period, dueOn, daysLate, assessment }, state }: { of: Round; state: "NONE" | "DRAFT" | "CHANGES_REQUESTED" }) {
  const { t } = useTranslation("assessments");
  const { date } = useFormat();
  const inWords = usePeriod();
  const told = { period: inWords(period.code), date: date(dueOn) };
  const isLate = daysLate !== null && state !== "CHANGES_REQUESTED";
  return (
    <Notice tone={isLate ? "bad" : "wait"} title={isLate ? t(`dueLate.${state}`, told) : t(`due.${state}`, told)}>
      <Row>
        {isLate && <Badge tone="bad">{t("overdueBy", { count: daysLate })}</Badge>}
        <ButtonLink to={assessment ? `/assessments/${assessment.id}` : "/assessments"}>{t("due.go")}</ButtonLink>
      </Row>
    </Notice>
  );
}
