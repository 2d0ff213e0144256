import { useSuspenseQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { graphql } from "../../gql/index.ts";
import { useFormat } from "../../lib/format.ts";
import { Button } from "../../ui/button.tsx";
import { CopyText } from "../../ui/copy-text.tsx";
import { NotFound } from "../../ui/not-found.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page, Section } from "../../ui/page.tsx";
import { ScoreSheet } from "./score-sheet.tsx";
import { usePeriod } from "../../lib/use-period.ts";

const ResultPageQuery = graphql(`
  query ResultPage($id: ID!) {
    assessment(id: $id) {
      id state schemeVersion confirmedAt confirmedByItsAdjuster period { code } member { id name }
      scheme { ...ScoreSheet_scheme }
      score { ...ScoreSheet_score }
      preview { ...ScoreSheet_score }
    }
  }
`);

/** How an assessment was judged; before that, how it would be judged now. */
export function ResultPage() {
  const { t } = useTranslation("assessments");
  const { text, dateTime } = useFormat();
  const period = usePeriod();
  const { id = "" } = useParams();
  const { assessment } = useSuspenseQuery(ResultPageQuery, { variables: { id }, fetchPolicy: "network-only" }).data;
  if (!assessment) return <NotFound />;
  const { score, preview, scheme, schemeVersion, confirmedAt, member } = assessment;
  const of = { period: period(assessment.period.code), member: text(member.name) };
  return (
    <Page
      title={t(score ? "resultPage.title" : "resultPage.preview")}
      lead={confirmedAt ? t("resultPage.confirmed", { ...of, at: dateTime(confirmedAt) }) : t("resultPage.lead", of)}
      above={[{ to: "/assessments", label: t("list.title") }, { to: `/assessments/${id}`, label: t("hub.title", { period: of.period }) }]}
      actions={<Button onClick={() => window.print()}>{t("print")}</Button>}
    >
      {!score && <Notice title={t("resultPage.provisional")} />}
      {assessment.confirmedByItsAdjuster && <Notice title={t("alone.done")}>{t("alone.doneHint")}</Notice>}
      <ScoreSheet score={score ?? preview} scheme={scheme} />
      <Section title={t("verify.title")}>
        <p>{t("verify.lead")}</p>
        <ul>
          <li><a href={`/assessments/${id}/answers.json`} download>{t("verify.answers")}</a></li>
          <li><a href={`/schemes/service-quality/${schemeVersion}.json`} download>{t("verify.scheme")}</a></li>
        </ul>
        <CopyText label="guildhall" text={`npm run -s guildhall -- assessment score --scheme service-quality.v${schemeVersion}.json --answers answers-${assessment.period.code}.json --json`} />
      </Section>
    </Page>
  );
}
