import { useSuspenseQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { graphql } from "../../gql/index.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Row } from "../../ui/stack.tsx";

const ApplicationsDueQuery = graphql(`query ApplicationsDue { applicationTotals { counts { state count } pressing overdue } }`);

/** How many applications wait, and how many of them press. */
export function ApplicationsDue() {
  const { t } = useTranslation("applications");
  const { counts, pressing, overdue } = useSuspenseQuery(ApplicationsDueQuery, { fetchPolicy: "cache-and-network" }).data.applicationTotals;
  const waiting = counts.find(({ state }) => state === "SUBMITTED")?.count ?? 0;
  if (waiting === 0) return null;
  return (
    <Notice tone={overdue > 0 ? "bad" : "wait"} title={t("due.waiting", { count: waiting })}>
      {pressing > 0 && <p>{overdue > 0 ? t("queue.overdue", { count: overdue }) : t("queue.pressing", { count: pressing })}</p>}
      <Row><ButtonLink to="/applications">{t("due.go")}</ButtonLink></Row>
    </Notice>
  );
}
