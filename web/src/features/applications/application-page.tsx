import { useSuspenseQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { graphql } from "../../gql/index.ts";
import { useFormat } from "../../lib/format.ts";
import { contractLanguages, languageNames, languages } from "../../lib/language.ts";
import { Badge } from "../../ui/badge.tsx";
import { type Fact, Facts } from "../../ui/facts.tsx";
import { NotFound } from "../../ui/not-found.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page } from "../../ui/page.tsx";
import { ApplicationActs } from "./application-acts.tsx";
import { ApplicationChecks } from "./application-checks.tsx";
import { ApplicationStated } from "./application-stated.tsx";
import { stateTones } from "./choices.ts";
import { type Clock, ClockBadge, useClockNote } from "./clock.tsx";
import { History } from "./history.tsx";
import { nameIn } from "./names.tsx";

const ApplicationPageQuery = graphql(`
  query ApplicationPage($id: ID!) {
    application(id: $id) {
      id state name language submittedAt erasedAt isViewerNamed
      clock { state due left pausedSince isPressing }
      declaration { name at termsVersion }
      member { id name number }
      steps { id kind at officer reason reasonDigest }
      ...ApplicationChecks_application ...ApplicationStated_application ...ApplicationActs_application
    }
  }
`);

/** One application: what the firm states, what the portal has checked, what has happened, and what is to be decided. */
export function ApplicationPage() {
  const { t } = useTranslation("applications");
  const { text, dateTime } = useFormat();
  const { id = "" } = useParams();
  const { application } = useSuspenseQuery(ApplicationPageQuery, { variables: { id }, fetchPolicy: "cache-and-network" }).data;
  const clockFacts = useClockFacts();
  if (!application) return <NotFound />;
  const { state, name, language, submittedAt, erasedAt, clock, declaration, member, steps, isViewerNamed } = application;
  const spoken = languages.find((each) => contractLanguages[each] === language);
  const facts: Fact[] = [
    { label: t("state.title"), value: <Badge tone={stateTones[state]}>{t(`state.${state}`)}</Badge> },
    ...clockFacts(clock),
    ...(submittedAt === null ? [] : [{ label: t("submittedAt"), value: dateTime(submittedAt) }]),
    ...(declaration === null ? [] : [{ label: t("declaredBy"), value: declaration.name, note: t("declaredAt", { date: dateTime(declaration.at), version: declaration.termsVersion }) }]),
    ...(spoken === undefined ? [] : [{ label: t("language"), value: languageNames[spoken] }]),
    ...(member === null ? [] : [{ label: t("member.became"), value: <Link to={`/members/${member.id}`}>{text(member.name)}</Link> }]),
  ];
  return (
    <Page title={nameIn(name, text(name)) || t("queue.erased")} above={[{ to: "/applications", label: t("queue.title") }]}>
      {isViewerNamed && <Notice tone="wait">{t("decide.named")}</Notice>}
      <Facts of={facts} />
      {erasedAt === null ? (
        <>
          <ApplicationChecks of={application} />
          <ApplicationStated of={application} />
        </>
      ) : (
        <Notice tone="note">{t("own.erased", { date: dateTime(erasedAt) })}</Notice>
      )}
      <History of={steps} named />
      <ApplicationActs of={application} />
    </Page>
  );
}

function useClockFacts(): (clock: Clock | null) => Fact[] {
  const { t } = useTranslation("applications");
  const clockNote = useClockNote();
  return (clock) => (clock ? [{ label: t("clock.title"), value: <ClockBadge of={clock} />, note: clockNote(clock) }] : []);
}
