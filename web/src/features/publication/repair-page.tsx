import { useSuspenseQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { graphql } from "../../gql/index.ts";
import type { RepairPageQuery as Answer } from "../../gql/graphql.ts";
import { useFormat } from "../../lib/format.ts";
import { useSession } from "../../lib/use-session.ts";
import { Badge } from "../../ui/badge.tsx";
import { ButtonLink, FileLink } from "../../ui/button.tsx";
import { Facts } from "../../ui/facts.tsx";
import { Files } from "../../ui/files.tsx";
import { NotFound } from "../../ui/not-found.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page, Section } from "../../ui/page.tsx";
import { Stack } from "../../ui/stack.tsx";
import { FirmActs } from "./firm-acts.tsx";
import { HouseActs } from "./house-acts.tsx";
import { RepairClock } from "./repair-clock.tsx";
import { repairTones } from "./tones.ts";

const RepairPageQuery = graphql(`
  query RepairPage($id: ID!) {
    repair(id: $id) {
      id state filedAt decidedAt reasons toldAt toldHow commitment signatoryName signatoryTitle
      member { id name number }
      publication { id caseNumber stepName reasons standing fromOn untilOn endedOn clauses { code title } repairBar }
      statements { id text filedAt files { id name mediaType size } }
      returns { reason from until }
      decisionClock { ...RepairClock_clock } feedbackClock { ...RepairClock_clock }
      ...FirmActs_repair
      ...HouseActs_repair
    }
  }
`);

type Repair = NonNullable<Answer["repair"]>;

/** One application for repair: what was decided, what the firm says and shows, and what became of it. */
export function RepairPage() {
  const { t } = useTranslation("publication");
  const { text } = useFormat();
  const { viewer, may } = useSession();
  const { id = "" } = useParams();
  const { repair } = useSuspenseQuery(RepairPageQuery, { variables: { id }, fetchPolicy: "cache-and-network" }).data;
  if (!repair) return <NotFound />;
  const { member, publication } = repair;
  const isOwn = viewer?.member?.id === member.id;
  const above = may("REPAIR_HANDLE") ? [{ to: "/repairs", label: t("queue.title") }] : [{ to: "/firm", label: t("own.firm") }];
  return (
    <Page
      title={t("repair.title", { step: text(publication.stepName), number: publication.caseNumber })}
      lead={isOwn ? t("repair.leadOwn") : t("repair.lead", { name: text(member.name), number: member.number })}
      above={above}
      actions={<FileLink href={`/firms/${member.number}`}>{t("own.publicFile")}</FileLink>}
    >
      <Outcome of={repair} isOwn={isOwn} />
      <Matter of={repair} />
      {isOwn ? <FirmActs of={repair} /> : <HouseActs of={repair} />}
      <Said of={repair} />
    </Page>
  );
}

/** Where it stands, by which days, and what it is about. */
function Matter({ of: { state, filedAt, decidedAt, toldAt, toldHow, decisionClock, feedbackClock, publication } }: { of: Repair }) {
  const { t } = useTranslation("publication");
  const { text, date, dayOf } = useFormat();
  const { fromOn, untilOn, endedOn, clauses, reasons } = publication;
  return (
    <Facts
      of={[
        { label: t("queue.state"), value: <Badge tone={repairTones[state]}>{t(`state.${state}`)}</Badge>, note: t("repair.filed", { date: dayOf(filedAt) }) },
        { label: t("clock.decision"), value: decidedAt ? dayOf(decidedAt) : <RepairClock of={decisionClock} /> },
        { label: t("clock.feedback"), value: toldAt ? dayOf(toldAt) : <RepairClock of={feedbackClock} />, ...(toldHow && { note: toldHow }) },
        { label: t("card.days"), value: untilOn ? t("card.fromUntil", { from: date(fromOn), until: date(untilOn) }) : t("card.neverPublic"), ...(endedOn && { note: t("repair.endedOn", { date: date(endedOn) }) }) },
        { label: t("card.clauses"), value: clauses.map(({ code, title }) => `${code} ${text(title)}`).join(" · ") },
        { label: t("card.reasons"), value: reasons },
      ]}
    />
  );
}

/** What became of it, in a sentence, and what comes next for whoever reads. */
function Outcome({ of, isOwn }: { of: Repair; isOwn: boolean }) {
  const { t } = useTranslation("publication");
  switch (of.state) {
    case "FILED":
      return isOwn ? <Notice tone="wait">{t("outcome.filedOwn")}</Notice> : null;
    case "RETURNED":
      return <Notice tone={isOwn ? "bad" : "wait"} title={t(isOwn ? "outcome.returnedOwn" : "outcome.returned")}>{of.returns.find(({ until }) => until === null)?.reason}</Notice>;
    case "GRANTED":
      return <Notice tone="good" title={t("outcome.granted")}>{of.reasons}</Notice>;
    case "REFUSED":
      return <Refused of={of} isOwn={isOwn} />;
    default:
      return null;
  }
}

/** Why it was refused, and the way to ask anew once that is open. */
function Refused({ of: { reasons, publication }, isOwn }: { of: Repair; isOwn: boolean }) {
  const { t } = useTranslation("publication");
  return (
    <Notice tone="bad" title={t("outcome.refused")}>
      <Stack gap="small">
        <p>{reasons}</p>
        {isOwn && publication.repairBar === null && <div><ButtonLink to={`/publications/${publication.id}/repair`}>{t("next.ask")}</ButtonLink></div>}
      </Stack>
    </Notice>
  );
}

/** What the firm says, with its proof and its word, and how often it was asked for more. */
function Said({ of: { statements, returns, commitment, signatoryName, signatoryTitle } }: { of: Repair }) {
  const { t } = useTranslation("publication");
  const { date, dayOf } = useFormat();
  return (
    <>
      <Section title={t("said.title")}>
        <Stack>
          {statements.map(({ id, text, filedAt, files }) => (
            <div key={id}>
              <small>{dayOf(filedAt)}</small>
              <p>{text}</p>
              <Files label={t("ask.files")} of={files.map((file) => ({ key: file.id, file }))} />
            </div>
          ))}
        </Stack>
      </Section>
      <Section title={t("said.commitment")}>
        <blockquote>{commitment}</blockquote>
        <p>{t("said.signed", { name: signatoryName, title: signatoryTitle })}</p>
      </Section>
      {returns.length > 0 && (
        <Section title={t("said.returns")}>
          <Facts of={returns.map(({ reason, from, until }) => ({ label: until ? t("card.fromUntil", { from: date(from), until: date(until) }) : t("said.since", { date: date(from) }), value: reason }))} />
        </Section>
      )}
    </>
  );
}
