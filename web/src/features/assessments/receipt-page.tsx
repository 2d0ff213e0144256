import { useSuspenseQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { graphql } from "../../gql/index.ts";
import { useFormat } from "../../lib/format.ts";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { CopyText } from "../../ui/copy-text.tsx";
import { Digest } from "../../ui/digest.tsx";
import { Facts } from "../../ui/facts.tsx";
import { Letterhead } from "../../ui/letterhead.tsx";
import { NotFound } from "../../ui/not-found.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page, Section } from "../../ui/page.tsx";
import { Row } from "../../ui/stack.tsx";
import { Table, whole } from "../../ui/table.tsx";
import { usePeriod } from "../../lib/use-period.ts";

const ReceiptPageQuery = graphql(`
  query ReceiptPage($id: ID!) {
    association { name }
    assessment(id: $id) {
      id state period { code } member { id name }
      submissions { receiptNumber declarantName answersDigest submittedAt }
    }
  }
`);

/** The receipt of what was handed in. */
export function ReceiptPage() {
  const { t } = useTranslation("assessments");
  const { text, dateTime } = useFormat();
  const period = usePeriod();
  const { id = "" } = useParams();
  const { assessment, association } = useSuspenseQuery(ReceiptPageQuery, { variables: { id }, fetchPolicy: "cache-and-network" }).data;
  const [latest, ...earlier] = assessment?.submissions ?? [];
  if (!assessment || !latest) return <NotFound />;
  const hub = `/assessments/${id}`;
  return (
    <>
      <Letterhead
        of={text(association.name)}
        title={t("receipt.paper")}
        facts={[{ label: t("receipt.number"), value: latest.receiptNumber }, { label: t("receipt.at"), value: dateTime(latest.submittedAt) }]}
      />
      <Page
        title={t("receipt.title")}
        above={[{ to: "/assessments", label: t("list.title") }, { to: hub, label: t("hub.title", { period: period(assessment.period.code) }) }]}
        actions={<Button onClick={() => window.print()}>{t("print")}</Button>}
      >
        <Notice tone="good" title={t("receipt.received")}>{t("receipt.next")}</Notice>
        <CopyText label={t("receipt.number")} text={latest.receiptNumber} />
        <Facts
          of={[
            { label: t("member"), value: text(assessment.member.name) },
            { label: t("period.title"), value: period(assessment.period.code) },
            { label: t("receipt.at"), value: dateTime(latest.submittedAt) },
            { label: t("declaration.name"), value: latest.declarantName },
            { label: t("receipt.digest"), value: <Digest of={latest.answersDigest} />, note: t("receipt.digestHint") },
          ]}
        />
        {earlier.length > 0 && (
          <Section title={t("receipt.earlier")}>
            <Table
              of={whole(earlier.map((one) => ({ ...one, id: one.receiptNumber })))}
              caption={t("receipt.earlier")}
              columns={[
                { key: "number", title: t("receipt.number"), render: ({ receiptNumber }) => receiptNumber },
                { key: "at", title: t("receipt.at"), render: ({ submittedAt }) => dateTime(submittedAt) },
                { key: "by", title: t("declaration.name"), render: ({ declarantName }) => declarantName },
              ]}
            />
          </Section>
        )}
        <Row><ButtonLink to={hub}>{t("receipt.back")}</ButtonLink></Row>
      </Page>
    </>
  );
}
