import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { graphql } from "../../gql/index.ts";
import type { CertificatePageQuery as Answer } from "../../gql/graphql.ts";
import { useFormat } from "../../lib/format.ts";
import { useLiveQuery } from "../../lib/use-live-query.ts";
import { useSession } from "../../lib/use-session.ts";
import { Facts } from "../../ui/facts.tsx";
import { NotFound } from "../../ui/not-found.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page, Section } from "../../ui/page.tsx";
import { CertificateActs } from "./certificate-acts.tsx";
import { CertificateBadge } from "./certificate-badge.tsx";
import { CertificateChanges } from "./certificate-changes.tsx";
import { CertificatePaper } from "./certificate-paper.tsx";

const CertificatePageQuery = graphql(`
  query CertificatePage($id: ID!) {
    certificate(id: $id) {
      id number state status grade issuedOn expiresOn issuedAt
      member { id name }
      standing { holder creditCode score scope periodFrom periodTo }
      ...CertificateActs_certificate
      ...CertificateChanges_certificate
      ...CertificatePaper_certificate
    }
  }
`);

const isBeingDrawn = ({ certificate }: Answer) => certificate?.state === "ORDERED";

export function CertificatePage() {
  const { t } = useTranslation("certificates");
  const { text, date, dateTime, decimal } = useFormat();
  const { id = "" } = useParams();
  const { viewer, may } = useSession();
  const { certificate } = useLiveQuery(CertificatePageQuery, { id }, isBeingDrawn, 1000);
  if (!certificate) return <NotFound />;
  const { number, status, grade, standing, member } = certificate;
  const isOwn = viewer?.member?.id === member.id;
  return (
    <Page
      title={number}
      lead={t("certificateLead", { holder: text(member.name), grade })}
      above={[{ to: "/certificates", label: t(isOwn ? "own" : "title") }]}
      actions={<CertificateActs of={certificate} />}
    >
      {isBeingDrawn({ certificate }) && <Notice tone="wait" title={t("drawn.title")}>{t("drawn.what")}</Notice>}
      <Facts
        of={[
          { label: t("status.title"), value: <CertificateBadge of={status} />, note: t(`statusNote.${status ?? "DRAWN"}`) },
          { label: t("holder"), value: may("MEMBER_LIST") ? <Link to={`/members/${member.id}`}>{standing.holder}</Link> : standing.holder, note: standing.creditCode },
          { label: t("grade"), value: grade, note: t("ownGrade") },
          { label: t("score"), value: t("ofHundred", { score: decimal(standing.score) }) },
          { label: t("scope"), value: text(standing.scope) },
          { label: t("period"), value: t("from", { from: date(standing.periodFrom), to: date(standing.periodTo) }) },
          { label: t("issuedOn"), value: date(certificate.issuedOn), ...(certificate.issuedAt && { note: t("sealedAt", { at: dateTime(certificate.issuedAt) }) }) },
          { label: t("expiresOn"), value: date(certificate.expiresOn) },
        ]}
      />
      <Section title={t("paper.title")}>
        <CertificatePaper of={certificate} />
      </Section>
      <Section title={t("changes.title")}>
        <CertificateChanges of={certificate} />
      </Section>
    </Page>
  );
}
