import { useSuspenseQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { graphql } from "../../gql/index.ts";
import type { OwnCasesDueQuery as Answer } from "../../gql/graphql.ts";
import { daysBetween } from "../../lib/association-day.ts";
import { today, useFormat } from "../../lib/format.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Stack } from "../../ui/stack.tsx";
import { useClockWords } from "./case-clock.tsx";
import { appealableUntil, isAnswered } from "./case-due.tsx";

const OwnCasesDueDocument = graphql(`
  query OwnCasesDue {
    sanctionCases(first: 20, filter: { isClosed: false }) {
      edges { node { id number title state answers { id final } answerClock { state due left pausedSince } appeal { id } decisions { id appealUntil } } }
    }
  }
`);

type Case = Answer["sanctionCases"]["edges"][number]["node"];

/** The cases in which a member can say or do something, each with its last day; nothing when there is none. */
export function OwnCasesDue() {
  const { edges } = useSuspenseQuery(OwnCasesDueDocument).data.sanctionCases;
  const open = edges.map(({ node }) => node).filter((about) => isToAnswer(about) || appealableUntil(about) !== null);
  if (open.length === 0) return null;
  return (
    <>
      {open.map((about) => (
        <OwnCaseDue key={about.id} of={about} />
      ))}
    </>
  );
}

const isToAnswer = (about: Case): boolean => about.state === "NOTICE_SERVED" && !isAnswered(about);

function OwnCaseDue({ of: about }: { of: Case }) {
  const { t } = useTranslation("supervision");
  const { date } = useFormat();
  const clockWords = useClockWords();
  const { id, number, title, answerClock } = about;
  const until = appealableUntil(about);
  const toAnswer = isToAnswer(about);
  return (
    <Notice tone="wait" title={t(toAnswer ? "ownDue.answer" : "ownDue.appeal", { number, title })}>
      <Stack gap="small">
        <p>{toAnswer ? answerClock && clockWords(answerClock) : t("ownDue.until", { date: date(until ?? today()), count: daysBetween(today(), until ?? today()) })}</p>
        <div>
          <ButtonLink to={`/cases/${id}`}>{t(toAnswer ? "ownDue.answerAct" : "ownDue.look")}</ButtonLink>
        </div>
      </Stack>
    </Notice>
  );
}
