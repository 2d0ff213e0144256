import { useSuspenseQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { graphql } from "../../gql/index.ts";
import type { HouseCaseQuery as Answer } from "../../gql/graphql.ts";
import { useFormat } from "../../lib/format.ts";
import { useSession } from "../../lib/use-session.ts";
import { Facts } from "../../ui/facts.tsx";
import { NotFound } from "../../ui/not-found.tsx";
import { Page, Section } from "../../ui/page.tsx";
import { Words } from "../../ui/words.tsx";
import { CaseActs } from "./case-acts.tsx";
import { CaseAnswers } from "./case-answers.tsx";
import { CaseAppeal } from "./case-appeal.tsx";
import { CaseClock } from "./case-clock.tsx";
import { isAnswered } from "./case-due.tsx";
import { CasePanel } from "./case-panel.tsx";
import { CaseStages } from "./case-stages.tsx";
import { CaseStateBadge } from "./case-state.tsx";
import { CaseSteps } from "./case-steps.tsx";
import { CitedClauses } from "./cited-clauses.tsx";
import { Decisions } from "./decisions.tsx";
import { CaseDraft } from "./case-draft.tsx";

const HouseCaseDocument = graphql(`
  query HouseCase($id: ID!) {
    sanctionCase(id: $id) {
      id number title statement occurredOn openedAt state outcome source ladderVersion noticeServedOn closedOn
      member { id name creditCode }
      charges { ...CitedClauses_clause }
      answers { id final }
      answerClock { state ...CaseClock_clock }
      ...CaseStages_case
      ...CaseActs_case
      ...CaseAnswers_case
      ...CaseDraft_case
      ...CasePanel_case
      ...Decisions_case
      ...CaseAppeal_case
      ...CaseSteps_case
    }
  }
`);

type Case = NonNullable<Answer["sanctionCase"]>;

/** A case as the association conducts it. */
export function HouseCase({ id }: { id: string }) {
  const { t } = useTranslation("supervision");
  const { sanctionCase: about } = useSuspenseQuery(HouseCaseDocument, { variables: { id }, fetchPolicy: "cache-and-network" }).data;
  if (!about) return <NotFound />;
  const { number, title, state, statement, charges, answerClock, noticeServedOn } = about;
  return (
    <Page title={title} lead={t("case.numbered", { number })} above={[{ to: "/cases", label: t("cases.title") }]}>
      <CaseStages of={about} />
      <CaseActs of={about} />
      {answerClock && noticeServedOn && <CaseClock of={answerClock} title={t("clock.answer")} from={noticeServedOn} />}
      <CaseFacts of={about} />
      <Section title={t("case.statement")}>
        <Words>{statement}</Words>
        <CitedClauses of={charges} />
      </Section>
      {noticeServedOn && <CaseAnswers of={about} title={t("answer.title")} none={t(state === "NOTICE_SERVED" && !isAnswered(about) ? "answer.noneYet" : "answer.none")} />}
      <CaseDraft of={about} />
      <CasePanel of={about} />
      <Decisions of={about} />
      <CaseAppeal of={about} />
      <CaseSteps of={about} />
    </Page>
  );
}

function CaseFacts({ of: { member, occurredOn, openedAt, noticeServedOn, state, outcome, source, ladderVersion, closedOn } }: { of: Case }) {
  const { t } = useTranslation("supervision");
  const { text, date, dayOf } = useFormat();
  const { may } = useSession();
  const name = text(member.name);
  return (
    <Facts
      of={[
        { label: t("case.member"), value: may("MEMBER_LIST") ? <Link to={`/members/${member.id}`}>{name}</Link> : name, note: member.creditCode },
        { label: t("case.state"), value: <CaseStateBadge state={state} outcome={outcome} />, ...(closedOn && { note: t("caseDue.closedOn", { date: date(closedOn) }) }) },
        { label: t("case.occurredOn"), value: date(occurredOn) },
        { label: t("case.openedOn"), value: dayOf(openedAt) },
        ...(noticeServedOn ? [{ label: t("case.noticeServedOn"), value: date(noticeServedOn) }] : []),
        ...(source ? [{ label: t("case.source"), value: <Link to={`/findings/${source}`}>{t("case.sourceFinding")}</Link> }] : []),
        { label: t("case.ladder"), value: t("case.ladderVersion", { version: ladderVersion }) },
      ]}
    />
  );
}
