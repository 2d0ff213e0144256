import { useSuspenseQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { graphql } from "../../gql/index.ts";
import { useFormat } from "../../lib/format.ts";
import { usePeriod } from "../../lib/use-period.ts";
import { useSession } from "../../lib/use-session.ts";
import { Facts } from "../../ui/facts.tsx";
import { NotFound } from "../../ui/not-found.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page, Section } from "../../ui/page.tsx";
import { Cited } from "./cited.tsx";
import { SeverityBadge } from "./severity-badge.tsx";

const FindingPageQuery = graphql(`
  query FindingPage($id: ID!) {
    finding(id: $id) {
      id severity foundAt sentence
      facts { name value }
      rule { code title article }
      member { id name creditCode }
    }
    ...Cited_query
  }
`);

export function FindingPage() {
  const { t } = useTranslation("supervision");
  const { text, dateTime } = useFormat();
  const { id = "" } = useParams();
  const { viewer, may } = useSession();
  const figure = useFigure();
  const answer = useSuspenseQuery(FindingPageQuery, { variables: { id } }).data;
  const { finding } = answer;
  if (!finding) return <NotFound />;
  const isOwn = viewer?.member?.id === finding.member.id;
  const name = text(finding.member.name);
  return (
    <Page title={t("finding.not", { rule: text(finding.rule.title) })} lead={text(finding.sentence)} above={[{ to: "/findings", label: t(isOwn ? "findings.own" : "findings.title") }]}>
      <Facts
        of={[
          { label: t("finding.severity"), value: <SeverityBadge of={finding.severity} />, note: t(`severityNote.${finding.severity}`) },
          { label: t("finding.member"), value: may("MEMBER_LIST") ? <Link to={`/members/${finding.member.id}`}>{name}</Link> : name, note: finding.member.creditCode },
          { label: t("finding.foundAt"), value: dateTime(finding.foundAt) },
          { label: t("finding.rule"), value: <code>{finding.rule.code}</code> },
        ]}
      />
      <Section title={t("finding.facts")}>
        <Facts of={finding.facts.map((fact) => ({ label: t([`fact.${fact.name}`, "fact.OTHER"], { name: fact.name }), value: figure(fact) }))} />
      </Section>
      <Section title={t("finding.article")}>
        <Cited in={answer} code={finding.rule.article} />
      </Section>
      <Section title={t("finding.now")}>
        <Notice>
          <p>{t(isOwn ? [`now.${finding.rule.code}`, "now.OTHER"] : "now.OFFICER")}</p>
          {isOwn && <p>{t("now.AFTER")}</p>}
        </Notice>
      </Section>
    </Page>
  );
}

/** Writes a figure as the reader writes it: periods, days of the calendar, decimals, everything else as it is. */
function useFigure() {
  const { date, decimal } = useFormat();
  const period = usePeriod();
  return ({ name, value }: { name: string; value?: string | null }) => {
    if (typeof value !== "string") return "–";
    if (name === "period") return period(value);
    if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return date(value);
    return /^-?\d+(\.\d+)?$/.test(value) ? decimal(value) : value;
  };
}
