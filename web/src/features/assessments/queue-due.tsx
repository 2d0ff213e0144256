import { useSuspenseQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { graphql } from "../../gql/index.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Row } from "../../ui/stack.tsx";

const QueueDueQuery = graphql(`
  query QueueDue { assessmentQueueCounts(tabs: [TO_REVIEW]) { tab count } }
`);

/** How many assessments wait for an officer. */
export function QueueDue() {
  const { t } = useTranslation("assessments");
  const { assessmentQueueCounts } = useSuspenseQuery(QueueDueQuery, { fetchPolicy: "cache-and-network" }).data;
  const count = assessmentQueueCounts.find(({ tab }) => tab === "TO_REVIEW")?.count ?? 0;
  if (count === 0) return null;
  return (
    <Notice tone="wait" title={t("due.queue", { count })}>
      <Row>
        <ButtonLink to="/assessments/queue">{t("due.go")}</ButtonLink>
      </Row>
    </Notice>
  );
}
