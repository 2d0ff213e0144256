import { useTranslation } from "react-i18next";
import { type FragmentType, graphql, useFragment } from "../../gql/index.ts";
import type { PublicationCard_PublicationFragment as Shown } from "../../gql/graphql.ts";
import { daysLater } from "../../lib/association-day.ts";
import { today, useFormat } from "../../lib/format.ts";
import { useSession } from "../../lib/use-session.ts";
import { Badge } from "../../ui/badge.tsx";
import { ButtonLink } from "../../ui/button.tsx";
import { Facts } from "../../ui/facts.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Section } from "../../ui/page.tsx";
import { Row, Stack } from "../../ui/stack.tsx";
import { type Stretch, TimeBar } from "../../ui/time-bar.tsx";
import { repairTones, standingTones } from "./tones.ts";

const PublicationCardPublication = graphql(`
  fragment PublicationCard_publication on Publication {
    id caseNumber stepName standing publicity fromOn untilOn endedOn repairShownUntil reasons repairBar repairOpensOn
    clauses { code title version ofPledge }
    appeal { standing until filedOn }
    repairs { id state filedAt }
  }
`);

/** One decision as everybody reads it: its days to scale, and what comes next. */
export function PublicationCard({ of }: { of: FragmentType<typeof PublicationCardPublication> }) {
  const { t } = useTranslation("publication");
  const { text, date } = useFormat();
  const publication = useFragment(PublicationCardPublication, of);
  const { caseNumber, stepName, standing, publicity, fromOn, untilOn, endedOn, repairOpensOn, reasons, clauses, appeal } = publication;
  const stretches = useStretches(publication);
  return (
    <Section title={t("card.title", { step: text(stepName), number: caseNumber })} actions={<Badge tone={standingTones[standing]}>{t(`standing.${standing}`)}</Badge>}>
      {stretches.length > 0 && untilOn && <TimeBar of={stretches} now={today()} through={untilOn} />}
      <Facts
        of={[
          { label: t("card.days"), value: untilOn ? t("card.fromUntil", { from: date(fromOn), until: date(untilOn) }) : t("card.neverPublic"), ...(publicity && { note: t("card.class", { name: t(`publicity.${publicity}`) }) }) },
          ...(endedOn ? [{ label: t("card.endedOn"), value: date(endedOn) }] : []),
          { label: t("card.repairFrom"), value: date(repairOpensOn) },
          { label: t("card.clauses"), value: clauses.map(({ code, title }) => `${code} ${text(title)}`).join(" · ") },
          { label: t("card.reasons"), value: reasons },
          { label: t("card.appeal"), value: t(`appeal.${appeal.standing}`, { date: date(appeal.filedOn ?? appeal.until ?? fromOn) }) },
        ]}
      />
      <Next of={publication} />
    </Section>
  );
}

/** The days on display, those before repair is open apart; nothing for what is never public. */
function useStretches({ fromOn, untilOn, endedOn, repairOpensOn }: Shown): Stretch[] {
  const { t } = useTranslation("publication");
  if (untilOn === null) return [];
  const last = endedOn !== null && endedOn <= untilOn ? daysLater(endedOn, -1) : untilOn;
  const locked = repairOpensOn > last ? last : daysLater(repairOpensOn, -1);
  const parts: Stretch[] = [
    { from: fromOn, to: locked, tone: "bad", label: t("window.locked") },
    { from: daysLater(locked, 1), to: last, tone: "wait", label: t("window.open") },
    { from: daysLater(last, 1), to: untilOn, tone: "plain", label: t("window.ended") },
  ];
  return parts.filter(({ from, to }) => to !== null && from <= to);
}

/** What the firm can do about it now, and what has been asked for already. */
function Next({ of: { id, repairBar, repairOpensOn, untilOn, standing, repairs } }: { of: Shown }) {
  const { t } = useTranslation("publication");
  const { date, dayOf } = useFormat();
  const { may } = useSession();
  const mayAsk = may("REPAIR_FILE");
  return (
    <Stack gap="small">
      {repairBar === null ? (
        <Notice tone="note" title={t("next.open")}>
          <Stack gap="small">
            <p>{t(standing === "OVER" || untilOn === null ? "next.openOver" : "next.openText")}</p>
            {mayAsk ? <div><ButtonLink to={`/publications/${id}/repair`} kind="main">{t("next.ask")}</ButtonLink></div> : <p>{t("next.administrator")}</p>}
          </Stack>
        </Notice>
      ) : (
        <p>{t(`bar.${repairBar}`, { date: date(repairOpensOn), until: untilOn ? date(untilOn) : "" })}</p>
      )}
      {repairs.map((repair) => (
        <Row key={repair.id}>
          <Badge tone={repairTones[repair.state]}>{t(`state.${repair.state}`)}</Badge>
          <ButtonLink to={`/repairs/${repair.id}`}>{t("next.look", { date: dayOf(repair.filedAt) })}</ButtonLink>
        </Row>
      ))}
    </Stack>
  );
}
