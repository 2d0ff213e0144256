import { useSuspenseQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { graphql } from "../../gql/index.ts";
import type { AppealPageQuery as Answer } from "../../gql/graphql.ts";
import { useFormat } from "../../lib/format.ts";
import { useSession } from "../../lib/use-session.ts";
import { Disclosure } from "../../ui/disclosure.tsx";
import { type Fact, Facts } from "../../ui/facts.tsx";
import { NotFound } from "../../ui/not-found.tsx";
import { Page, Section } from "../../ui/page.tsx";
import { Words } from "../../ui/words.tsx";
import { AppealBadge } from "./appeal-badge.tsx";
import { AppealPanel } from "./appeal-panel.tsx";
import { CaseClock } from "./case-clock.tsx";
import { CasePapers } from "./case-papers.tsx";
import { HandedFiles } from "./handed-files.tsx";
import { capitalised, useSanctionWords } from "./sanction-words.ts";
import { WithdrawAppeal } from "./withdraw-appeal.tsx";

const AppealPageDocument = graphql(`
  query AppealPage($id: ID!) {
    sanctionAppeal(id: $id) {
      id text grounds filedOn outcome step reasons decidedAt
      files { id name size }
      clock { state ...CaseClock_clock }
      panel { name }
      papers { language fileId }
      case {
        id number title
        member { id name }
        decisions { id step months reasons isOnAppeal servedOn }
        ladder { version steps { code name } appealGrounds { code name } }
      }
      mayWithdraw: viewerMay(act: APPEAL_FILE)
      ...WithdrawAppeal_appeal
      ...AppealPanel_appeal
    }
  }
`);

type Appeal = NonNullable<Answer["sanctionAppeal"]>;

/** An appeal: what the member says, until when it has to be decided, who decides, and how it ended. */
export function AppealPage() {
  const { t } = useTranslation("supervision");
  const { id = "" } = useParams();
  const { viewer } = useSession();
  const { sanctionAppeal: appeal } = useSuspenseQuery(AppealPageDocument, { variables: { id }, fetchPolicy: "cache-and-network" }).data;
  if (!appeal) return <NotFound />;
  const { case: about, clock, filedOn, text, files, mayWithdraw } = appeal;
  const isOwn = Boolean(viewer?.member);
  const way = isOwn ? [{ to: "/cases", label: t("cases.own") }, { to: `/cases/${about.id}`, label: about.title }] : [{ to: "/appeals", label: t("appeals.title") }];
  return (
    <Page title={t("appeal.against", { title: about.title })} lead={t("appeal.numbered", { number: about.number })} above={way}>
      {clock && <CaseClock of={clock} title={t("clock.appeal")} from={filedOn} />}
      <AppealFacts of={appeal} isOwn={isOwn} />
      {!isOwn && <Disputed of={appeal} />}
      <Section title={t(isOwn ? "appeal.ownWords" : "appeal.words")} actions={mayWithdraw && <WithdrawAppeal of={appeal} />}>
        <Words>{text}</Words>
        <HandedFiles of={files} />
      </Section>
      <Outcome of={appeal} />
      {!isOwn && <AppealPanel of={appeal} />}
    </Page>
  );
}

function AppealFacts({ of: { outcome, filedOn, grounds, case: about }, isOwn }: { of: Appeal; isOwn: boolean }) {
  const { t } = useTranslation("supervision");
  const { text, date, list } = useFormat();
  const nameOf = useSanctionWords(about.ladder.steps);
  const appealed = about.decisions.find(({ isOnAppeal }) => !isOnAppeal);
  const facts: Fact[] = [
    { label: t("case.state"), value: <AppealBadge outcome={outcome} /> },
    { label: t("appeal.filedOn"), value: date(filedOn) },
    { label: t("appeal.grounds"), value: capitalised(list(about.ladder.appealGrounds.filter(({ code }) => grounds.includes(code)).map(({ name }) => text(name)))) },
    { label: t("case.name"), value: <Link to={`/cases/${about.id}`}>{about.title}</Link>, note: t("case.numbered", { number: about.number }) },
    ...(isOwn ? [] : [{ label: t("case.member"), value: text(about.member.name) }]),
    ...(appealed ? [{ label: t("appeal.decisionAppealed"), value: nameOf(appealed), ...(appealed.servedOn && { note: t("appeal.servedOn", { date: date(appealed.servedOn) }) }) }] : []),
  ];
  return <Facts of={facts} />;
}

/** What the decision that was appealed gave as its reasons, for those who judge it. */
function Disputed({ of: { case: about } }: { of: Appeal }) {
  const { t } = useTranslation("supervision");
  const appealed = about.decisions.find(({ isOnAppeal }) => !isOnAppeal);
  return appealed ? <Disclosure label={t("appeal.itsReasons")}><Words>{appealed.reasons}</Words></Disclosure> : null;
}

/** How it ended: what, why, by whom, and its paper. */
function Outcome({ of: { outcome, step, reasons, decidedAt, panel, papers, case: about } }: { of: Appeal }) {
  const { t } = useTranslation("supervision");
  const { dayOf, list } = useFormat();
  const nameOf = useSanctionWords(about.ladder.steps);
  if (outcome === null || decidedAt === null) return null;
  const milder = about.decisions.find(({ isOnAppeal }) => isOnAppeal) ?? { step, months: null };
  return (
    <Section title={t("appeal.outcome")}>
      <p>{t(`appealEnded.${outcome}`, { date: dayOf(decidedAt), sanction: nameOf(milder) })}</p>
      {reasons !== null && <Words>{reasons}</Words>}
      {panel.length > 0 && <Facts of={[{ label: t("decision.panel"), value: list(panel.map(({ name }) => name)) }]} />}
      <CasePapers of={papers} isServed={outcome !== "WITHDRAWN"} />
    </Section>
  );
}
