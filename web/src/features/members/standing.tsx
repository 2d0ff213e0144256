import { useSuspenseQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { graphql, useFragment, type FragmentType } from "../../gql/index.ts";
import { daysLater } from "../../lib/association-day.ts";
import { today, useFormat } from "../../lib/format.ts";
import { Disclosure } from "../../ui/disclosure.tsx";
import { Facts } from "../../ui/facts.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Section } from "../../ui/page.tsx";
import { Table, whole } from "../../ui/table.tsx";
import { TimeBar } from "../../ui/time-bar.tsx";
import { StandingActs } from "./standing-acts.tsx";
import { StatusBadge, toneOf } from "./status-badge.tsx";

export const StandingMember = graphql(`
  fragment Standing_member on Member {
    id status
    standing { status from to }
    standingFacts { id kind day through until reason recordedAt }
    membership { through graceThrough renewalOpensOn leavesOn }
    ...StandingActs_member
  }
`);

const StandingQuery = graphql(`
  query Standing($id: ID!) { member(id: $id) { id ...Standing_member } }
`);

/** How a firm stands through time, what that follows from, and what can be done about it. */
export function Standing({ id }: { id: string }) {
  const { member } = useSuspenseQuery(StandingQuery, { variables: { id } }).data;
  return member ? <Membership of={member} /> : null;
}

function Membership({ of }: { of: FragmentType<typeof StandingMember> }) {
  const { t } = useTranslation("members");
  const { date } = useFormat();
  const member = useFragment(StandingMember, of);
  const { standing, standingFacts, membership } = member;
  const now = today();
  const last = standing.findLast(({ from }) => from > now)?.from ?? now;
  return (
    <Section title={t("membership.title")} actions={<StandingActs of={member} />}>
      {membership?.leavesOn && <Notice tone="wait">{t("membership.leaves", { date: date(membership.leavesOn) })}</Notice>}
      {member.status === "GRACE" && membership && !membership.leavesOn && <Notice tone="wait">{t("membership.grace", { date: date(membership.graceThrough) })}</Notice>}
      <TimeBar of={standing.map(({ status, from, to }) => ({ from, to, tone: toneOf(status), label: t(`status.${status}`) }))} now={now} through={daysLater(last, 30)} />
      {membership && (
        <Facts
          of={[
            { label: t("membership.through"), value: date(membership.through) },
            { label: t("membership.opens"), value: date(membership.renewalOpensOn) },
            { label: t("membership.graceThrough"), value: date(membership.graceThrough), note: t("membership.graceNote") },
          ]}
        />
      )}
      <Disclosure label={t("membership.days")}>
        <Table
          of={whole(standing.map((span) => ({ ...span, id: span.from })))}
          caption={t("membership.days")}
          columns={[
            { key: "status", title: t("status.title"), render: ({ status }) => <StatusBadge of={status} /> },
            { key: "from", title: t("membership.from"), unbroken: true, render: ({ from }) => date(from) },
            { key: "to", title: t("membership.to"), unbroken: true, render: ({ to }) => (to ? date(to) : t("membership.open")) },
          ]}
        />
      </Disclosure>
      <Disclosure label={t("membership.facts")}>
        <Table
          of={whole(standingFacts)}
          caption={t("membership.facts")}
          columns={[
            { key: "kind", title: t("membership.fact"), render: ({ kind }) => t(`fact.${kind}`) },
            { key: "day", title: t("membership.from"), unbroken: true, render: ({ day }) => date(day) },
            { key: "through", title: t("membership.to"), unbroken: true, render: ({ through, until }) => (through ?? until ? date(through ?? until ?? "") : null) },
            { key: "reason", title: t("membership.reason"), roomy: true, render: ({ reason }) => reason },
          ]}
        />
      </Disclosure>
    </Section>
  );
}
