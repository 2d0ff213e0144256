import { useSuspenseQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { graphql } from "../../gql/index.ts";
import type { FindingStanding } from "../../gql/graphql.ts";
import { useFormat } from "../../lib/format.ts";
import { useSession } from "../../lib/use-session.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { Facts } from "../../ui/facts.tsx";
import { NotFound } from "../../ui/not-found.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page, Section } from "../../ui/page.tsx";
import { Stack } from "../../ui/stack.tsx";
import { Cited } from "./cited.tsx";
import { SeverityBadge } from "./severity-badge.tsx";

const FindingPageQuery = graphql(`
  query FindingPage($id: ID!) {
    finding(id: $id) {
      id severity standing foundAt alsoFoundAt sentence
      facts { name words }
      rule { code title article }
      member { id name creditCode }
    }
    ...Cited_query
  }
`);

export function FindingPage() {
  const { t } = useTranslation("supervision");
  const { text, dateTime, list } = useFormat();
  const { id = "" } = useParams();
  const { viewer, may } = useSession();
  const answer = useSuspenseQuery(FindingPageQuery, { variables: { id } }).data;
  const { finding } = answer;
  if (!finding) return <NotFound />;
  const isOwn = viewer?.member?.id === finding.member.id;
  const alsoOn = [...new Set(finding.alsoFoundAt.map(dateTime))];
  const name = text(finding.member.name);
  return (
    <Page title={t("finding.not", { rule: text(finding.rule.title) })} lead={text(finding.sentence)} above={[{ to: "/findings", label: t(isOwn ? "findings.own" : "findings.title") }]} actions={may("CASE_OPEN") && <ButtonLink to={`/cases/new?member=${finding.member.id}&finding=${id}`}>{t("open.act")}</ButtonLink>}>
      <Facts
        of={[
          { label: t("finding.severity"), value: <SeverityBadge of={finding.severity} />, note: t(`severityNote.${finding.severity}`) },
          { label: t("finding.member"), value: may("MEMBER_LIST") ? <Link to={`/members/${finding.member.id}`}>{name}</Link> : name, note: finding.member.creditCode },
          { label: t("finding.foundAt"), value: dateTime(finding.foundAt) },
          { label: t("finding.standing"), value: t(`standing.${finding.standing}`) },
          ...(alsoOn.length > 0 ? [{ label: t("finding.alsoFoundAt"), value: list(alsoOn) }] : []),
          { label: t("finding.rule"), value: text(finding.rule.title) },
        ]}
      />
      <Section title={t("finding.facts")}>
        <Facts of={finding.facts.map((fact) => ({ label: t(`fact.${fact.name}`), value: fact.words ? text(fact.words) : t("fact.NONE") }))} />
      </Section>
      <Section title={t("finding.article")}>
        <Cited in={answer} code={finding.rule.article} />
      </Section>
      <Section title={t("finding.now")}>
        <Notice>
          <NextStep standing={finding.standing} rule={finding.rule.code} isOwn={isOwn} />
        </Notice>
      </Section>
    </Page>
  );
}

/** What is to be done about it, by whom; whoever may sign the pledge is led to it. */
function NextStep({ standing, rule, isOwn }: { standing: FindingStanding; rule: string; isOwn: boolean }) {
  const { t } = useTranslation("supervision");
  const { may } = useSession();
  if (standing === "SETTLED") return <p>{t("now.SETTLED")}</p>;
  if (!isOwn) return <p>{t("now.OFFICER")}</p>;
  const maySign = rule === "PLEDGE_SIGNED" && may("PLEDGE_SIGN");
  return (
    <Stack gap="small">
      <p>{t(maySign ? "now.PLEDGE_SIGNED_SIGNER" : [`now.${rule}`, "now.OTHER"])}</p>
      <p>{t("now.AFTER")}</p>
      {maySign && (
        <div>
          <ButtonLink to="/pledge">{t("now.signPledge")}</ButtonLink>
        </div>
      )}
    </Stack>
  );
}
