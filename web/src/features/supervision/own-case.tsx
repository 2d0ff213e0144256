import { useSuspenseQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { graphql } from "../../gql/index.ts";
import type { OwnCaseQuery as Answer } from "../../gql/graphql.ts";
import { useFormat } from "../../lib/format.ts";
import { Facts } from "../../ui/facts.tsx";
import { NotFound } from "../../ui/not-found.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page, Section } from "../../ui/page.tsx";
import { Words } from "../../ui/words.tsx";
import { AnswerForm } from "./answer-form.tsx";
import { AppealForm } from "./appeal-form.tsx";
import { CaseAnswers } from "./case-answers.tsx";
import { CaseAppeal } from "./case-appeal.tsx";
import { CaseClock } from "./case-clock.tsx";
import { appealableUntil, isAnswered } from "./case-due.tsx";
import { CaseStages } from "./case-stages.tsx";
import { CaseSteps } from "./case-steps.tsx";
import { CitedClauses } from "./cited-clauses.tsx";
import { Decisions } from "./decisions.tsx";
import { WhatMayCome } from "./what-may-come.tsx";

const OwnCaseDocument = graphql(`
  query OwnCase($id: ID!) {
    sanctionCase(id: $id) {
      id number title statement occurredOn state noticeServedOn
      charges { ...CitedClauses_clause }
      answers { id final }
      answerClock { state ...CaseClock_clock }
      appeal { id }
      decisions { id appealUntil }
      mayAnswer: viewerMay(act: CASE_ANSWER)
      mayAppeal: viewerMay(act: APPEAL_FILE)
      ...CaseStages_case
      ...WhatMayCome_case
      ...AnswerForm_case
      ...CaseAnswers_case
      ...Decisions_case
      ...AppealForm_case
      ...CaseAppeal_case
      ...CaseSteps_case
    }
  }
`);

type Case = NonNullable<Answer["sanctionCase"]>;

/** A case as the member reads it: what is held against it, until when it may answer, what may come of it, and then what did. */
export function OwnCase({ id }: { id: string }) {
  const { t } = useTranslation("supervision");
  const { sanctionCase: about } = useSuspenseQuery(OwnCaseDocument, { variables: { id }, fetchPolicy: "cache-and-network" }).data;
  if (!about) return <NotFound />;
  const { number, title, state } = about;
  return (
    <Page title={title} lead={t("case.numbered", { number })} above={[{ to: "/cases", label: t("cases.own") }]}>
      <OwnNow of={about} />
      <CaseStages of={about} />
      <Charged of={about} />
      {state !== "CLOSED" && <WhatMayCome of={about} />}
      <Answering of={about} />
      <Decisions of={about} />
      <CaseAppeal of={about} />
      <Appealing of={about} />
      <CaseSteps of={about} />
    </Page>
  );
}

/** Where the case stands, in words meant for the member, with the time it has. */
function OwnNow({ of: about }: { of: Case }) {
  const { t } = useTranslation("supervision");
  const { state, answerClock, noticeServedOn } = about;
  const answered = isAnswered(about);
  if (state === "NOTICE_SERVED" && !answered && answerClock && noticeServedOn) {
    return <CaseClock of={answerClock} title={t("clock.ownAnswer")} from={noticeServedOn} />;
  }
  return <Notice>{t(`ownNow.${state === "NOTICE_SERVED" ? "ANSWERED" : state}`)}</Notice>;
}

function Charged({ of: { statement, occurredOn, noticeServedOn, charges } }: { of: Case }) {
  const { t } = useTranslation("supervision");
  const { date } = useFormat();
  return (
    <Section title={t("own.charged")}>
      <Words>{statement}</Words>
      <Facts
        of={[
          { label: t("case.occurredOn"), value: date(occurredOn) },
          ...(noticeServedOn ? [{ label: t("case.noticeServedOn"), value: date(noticeServedOn) }] : []),
          { label: t("own.clauses"), value: <CitedClauses of={charges} /> },
        ]}
      />
    </Section>
  );
}

function Answering({ of: about }: { of: Case }) {
  const { t } = useTranslation("supervision");
  const mayAnswer = about.mayAnswer && !isAnswered(about);
  return (
    <>
      {(about.answers.length > 0 || about.state === "NOTICE_SERVED") && <CaseAnswers of={about} title={t("answer.own")} none={t(isAnswered(about) ? "answer.none" : "answer.noneYet")} />}
      {mayAnswer && <AnswerForm of={about} />}
      {!about.mayAnswer && about.state === "NOTICE_SERVED" && !isAnswered(about) && <Notice>{t("answer.administrator")}</Notice>}
    </>
  );
}

function Appealing({ of: about }: { of: Case }) {
  const until = appealableUntil(about);
  return about.mayAppeal && until !== null ? <AppealForm of={about} until={until} /> : null;
}
