import { useSuspenseQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { graphql } from "../../gql/index.ts";
import { Notice } from "../../ui/notice.tsx";
import { Stack } from "../../ui/stack.tsx";
import { isAnswered } from "./case-due.tsx";
import { useClockWords } from "./case-clock.tsx";

const CasesDueQuery = graphql(`
  query CasesDue {
    opened: sanctionCases(first: 1, filter: { state: OPENED }) { totalCount }
    answering: sanctionCases(first: 100, filter: { state: NOTICE_SERVED }) { edges { node { id answers { id final } answerClock { state } } } }
    drafted: sanctionCases(first: 1, filter: { state: DRAFTED }) { totalCount }
    decided: sanctionCases(first: 1, filter: { state: DECIDED }) { totalCount }
    sanctionAppeals(first: 1, isDecided: false) { edges { node { id clock { state due left pausedSince } } } totalCount }
  }
`);

/** What cases want of an officer, by what is due; nothing when none wants anything. */
export function CasesDue() {
  const { t } = useTranslation("supervision");
  const clockWords = useClockWords();
  const { opened, answering, drafted, decided, sanctionAppeals } = useSuspenseQuery(CasesDueQuery).data;
  const answered = answering.edges.filter(({ node }) => isAnswered(node)).length;
  const waits = [
    { key: "decided", count: decided.totalCount, to: "/cases?state=DECIDED" },
    { key: "answered", count: answered, to: "/cases?state=NOTICE_SERVED" },
    { key: "opened", count: opened.totalCount, to: "/cases?state=OPENED" },
    { key: "drafted", count: drafted.totalCount, to: "/cases?state=DRAFTED" },
    { key: "appeals", count: sanctionAppeals.totalCount, to: "/appeals" },
  ].filter(({ count }) => count > 0);
  const first = sanctionAppeals.edges[0]?.node.clock;
  if (waits.length === 0) return null;
  return (
    <Notice tone="wait" title={t("casesDue.title")}>
      <Stack gap="small">
        {waits.map(({ key, count, to }) => (
          <p key={key}>
            <Link to={to}>{t(`casesDue.${key}`, { count })}</Link>
            {key === "appeals" && first ? ` · ${clockWords(first)}` : ""}
          </p>
        ))}
      </Stack>
    </Notice>
  );
}
