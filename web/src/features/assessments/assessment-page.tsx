import { useSuspenseQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { graphql } from "../../gql/index.ts";
import type { AssessmentPageQuery as Data, TaskState as ServerTaskState } from "../../gql/graphql.ts";
import { useFormat } from "../../lib/format.ts";
import { Badge } from "../../ui/badge.tsx";
import { ButtonLink } from "../../ui/button.tsx";
import { Facts } from "../../ui/facts.tsx";
import { Named } from "../../ui/named.tsx";
import { NotFound } from "../../ui/not-found.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page, Section } from "../../ui/page.tsx";
import { LiveProgress } from "../../ui/progress.tsx";
import { Row, Stack } from "../../ui/stack.tsx";
import { TaskList, type TaskState } from "../../ui/task-list.tsx";
import { stateTones } from "./state.ts";
import { UnstoredParts } from "./unstored-parts.tsx";
import { usePeriod } from "../../lib/use-period.ts";

const AssessmentPageQuery = graphql(`
  query AssessmentPage($id: ID!) {
    assessment(id: $id) {
      id state dueOn overdue savedAt receiptNumber submittedAt confirmedAt
      period { code from to }
      mayFill: viewerMay(act: ASSESSMENT_FILL)
      scheme { groups { number name } indicators { number name group } }
      tasks { group state answered of }
      answers { indicator notes { id reason open } }
    }
  }
`);

type Assessment = NonNullable<Data["assessment"]>;

const shownStates: Record<ServerTaskState, TaskState> = { NOT_STARTED: "NOT_STARTED", IN_PROGRESS: "IN_PROGRESS", INCOMPLETE: "SEEN", COMPLETE: "COMPLETE" };

/** Minutes an indicator takes whoever has the figures at hand. */
const MINUTES_EACH = 3;

/** The task list of one assessment, and what became of it. */
export function AssessmentPage() {
  const { t } = useTranslation("assessments");
  const period = usePeriod();
  const { id = "" } = useParams();
  const { assessment } = useSuspenseQuery(AssessmentPageQuery, { variables: { id }, fetchPolicy: "cache-and-network" }).data;
  if (!assessment) return <NotFound />;
  return (
    <Page title={t("hub.title", { period: period(assessment.period.code) })} above={[{ to: "/assessments", label: t("list.title") }]}>
      <Standing of={assessment} />
      <Requests of={assessment} />
      {assessment.mayFill && <UnstoredParts of={assessment} />}
      {assessment.mayFill && <Tasks of={assessment} />}
    </Page>
  );
}

function Standing({ of }: { of: Assessment }) {
  const { t } = useTranslation("assessments");
  const { date, dateTime } = useFormat();
  const { id, state, overdue, dueOn, receiptNumber, submittedAt, confirmedAt, period } = of;
  return (
    <Stack>
      <Facts
        of={[
          { label: t("state.title"), value: <Badge tone={stateTones[state]}>{t(`state.${state}`)}</Badge>, note: t(`stateHint.${state}`) },
          { label: t("period.title"), value: `${date(period.from)} – ${date(period.to)}` },
          { label: t("dueOn"), value: overdue ? <Row><span>{date(dueOn)}</span><Badge tone="bad">{t("overdue")}</Badge></Row> : date(dueOn) },
          ...(receiptNumber && submittedAt ? [{ label: t("receipt.number"), value: receiptNumber, note: dateTime(submittedAt) }] : []),
          ...(confirmedAt ? [{ label: t("confirmedAt"), value: dateTime(confirmedAt) }] : []),
        ]}
      />
      <Row>
        {state !== "DRAFT" && <ButtonLink to={`/assessments/${id}/receipt`}>{t("receipt.title")}</ButtonLink>}
        <ButtonLink to={`/assessments/${id}/result`}>{t(state === "CONFIRMED" ? "resultPage.title" : "resultPage.preview")}</ButtonLink>
      </Row>
    </Stack>
  );
}

/** What the reviewer wants changed, each with the way to it. */
function Requests({ of: { id, state, answers, scheme } }: { of: Assessment }) {
  const { t } = useTranslation("assessments");
  const { text } = useFormat();
  const open = answers.flatMap(({ indicator, notes }) => notes.filter((note) => note.open).map((note) => ({ ...note, indicator })));
  if (state !== "CHANGES_REQUESTED" || open.length === 0) return null;
  const indicatorOf = (number: string) => scheme.indicators.find((one) => one.number === number);
  return (
    <Section title={t("hub.requests")}>
      <Notice tone="wait" title={t("hub.requestsLead")}>
        <Stack gap="small">
          {open.map(({ id: note, indicator, reason }) => {
            const found = indicatorOf(indicator);
            return <Named key={note} to={`/assessments/${id}/fill/${found?.group ?? ""}`} name={`${indicator} ${found ? text(found.name) : ""}`} note={reason} />;
          })}
        </Stack>
      </Notice>
    </Section>
  );
}

function Tasks({ of: { id, tasks, scheme } }: { of: Assessment }) {
  const { t } = useTranslation("assessments");
  const { text } = useFormat();
  const nameOf = (group: string) => scheme.groups.find(({ number }) => number === group)?.name;
  const complete = tasks.filter(({ state }) => state === "COMPLETE").length;
  const isReady = complete === tasks.length;
  return (
    <Section title={t("hub.tasks")}>
      <LiveProgress label={t("hub.progress")} done={complete} total={tasks.length} />
      <TaskList
        of={[
          ...tasks.map(({ group, state, answered, of }) => {
            const name = nameOf(group);
            return {
              to: `/assessments/${id}/fill/${group}`,
              label: name ? text(name) : group,
              hint: state === "COMPLETE" ? t("hub.taskDone", { answered, of }) : t("hub.taskHint", { answered, of, minutes: (of - answered) * MINUTES_EACH }),
              state: shownStates[state],
            };
          }),
          { to: `/assessments/${id}/check`, label: t("check.title"), hint: t(isReady ? "hub.checkHint" : "hub.checkEarly"), state: isReady ? ("NOT_STARTED" as const) : ("BLOCKED" as const) },
        ]}
      />
      <Row>
        <ButtonLink to={`/assessments/${id}/check`} kind={isReady ? "main" : "plain"}>{t("hub.toCheck")}</ButtonLink>
      </Row>
    </Section>
  );
}
