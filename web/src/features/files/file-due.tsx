import { useSuspenseQuery } from "@apollo/client/react";
import { ClockCircleOutlined, ExclamationCircleOutlined } from "@ant-design/icons";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { graphql } from "../../gql/index.ts";
import { today, useFormat } from "../../lib/format.ts";
import { usePeriod } from "../../lib/use-period.ts";
import { useSession, type Viewer } from "../../lib/use-session.ts";
import { Card } from "../../ui/card.tsx";
import { DatedList } from "../../ui/dated-list.tsx";
import { mattersOf, type Matter } from "./due-matters.ts";

const FileDueQuery = graphql(`
  query FileDue(
    $id: ID!, $of: String!, $pledge: Boolean!, $assessments: Boolean!, $rounds: Boolean!, $findings: Boolean!, $cases: Boolean!, $publications: Boolean!, $repairs: Boolean!
  ) {
    member(id: $id) {
      id status
      membership { through graceThrough renewable leavesOn }
      pledgeState @include(if: $pledge)
      assessments @include(if: $assessments) { id state submittedAt period { code } }
      sanctionCases @include(if: $cases) {
        id number state
        answers { id final }
        answerClock { state due left pausedSince }
        appeal { id outcome clock { state due left pausedSince } }
        decisions { id appealUntil }
      }
      publications @include(if: $publications) {
        id caseNumber repairBar
        repairs @include(if: $repairs) { id state decisionClock { state due } feedbackClock { state due } }
      }
    }
    pledge { id signBy }
    findings(first: 1, filter: { memberId: $of, standing: STANDING }) @include(if: $findings) { edges { node { id foundAt } } totalCount }
    assessmentRounds @include(if: $rounds) { period { code } dueOn assessment { id state } }
  }
`);

/** What is due about a member, earliest day first: what a firm has to do itself, or what lies with the association. */
export function FileDue({ id }: { id: string }) {
  const { viewer } = useSession();
  return viewer && <DueFor id={id} viewer={viewer} />;
}

function DueFor({ id, viewer }: { id: string; viewer: Viewer }) {
  const { t } = useTranslation("files");
  const { date } = useFormat();
  const period = usePeriod();
  const may = (act: Viewer["acts"][number]) => viewer.acts.includes(act);
  const isOwn = viewer.member?.id === id;
  const variables = {
    id, of: id, pledge: may("PLEDGE_READ"), assessments: may("ASSESSMENT_REVIEW"), rounds: isOwn && may("ASSESSMENT_FILL"), findings: may("FINDING_READ"), cases: may("CASE_READ"),
    publications: may("PUBLICATION_READ"), repairs: may("REPAIR_READ"),
  };
  const about = useSuspenseQuery(FileDueQuery, { variables, fetchPolicy: "cache-and-network" }).data;
  const now = today();
  const matters = mattersOf(about, { isOwn, acts: viewer.acts, today: now });
  const title = t(isOwn ? "due.own" : "due.title");
  const told = ({ day, since, number, count, period: code2 }: Matter) => ({
    ...(number !== undefined && { number }), ...(count !== undefined && { count }), ...(code2 !== undefined && { period: period(code2) }), date: date(day ?? since ?? now),
  });
  return (
    <Card title={title}>
      {matters.length === 0 ? (
        <p>{t(isOwn ? "due.ownNone" : "due.none")}</p>
      ) : (
        <DatedList
          label={title}
          of={matters.map((matter) => {
            const isLate = matter.day !== null && matter.day < now;
            return {
              key: matter.key, day: matter.day === null ? t("due.noDay") : date(matter.day), sign: isLate ? <ExclamationCircleOutlined /> : <ClockCircleOutlined />,
              tone: isLate ? "bad" : "wait", words: t(`matter.${matter.code}`, told(matter)), to: matter.to,
              ...noteOf(matter, isLate, t),
            };
          })}
        />
      )}
    </Card>
  );
}

function noteOf({ isPaused, left }: Matter, isLate: boolean, t: TFunction<"files">): { note?: string } {
  if (isPaused) return { note: t("due.paused") };
  if (isLate) return { note: t("due.late") };
  return left === undefined ? {} : { note: t("due.left", { count: left }) };
}
