import { useSuspenseQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { graphql } from "../../gql/index.ts";
import { useFormat } from "../../lib/format.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { Facts } from "../../ui/facts.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Section } from "../../ui/page.tsx";
import { Row } from "../../ui/stack.tsx";
import { AdoptionActs } from "./adoption-acts.tsx";
import { PriceHits } from "./price-hits.tsx";

const AdoptionQuery = graphql(`
  query Adoption($id: ID!) {
    normAdoption(id: $id) {
      commentCount answerCount
      unanswered { id article }
      hits { part }
      opinion { reason givenAt }
      ...PriceHits_adoption
      version { id standing mayWrite: viewerMay(act: NORM_DRAFT) ...AdoptionActs_version }
    }
  }
`);

/** What stands in the way of a version's adoption, and what can be done to it now. */
export function Adoption({ id }: { id: string }) {
  const { t } = useTranslation("norms");
  const { dateTime } = useFormat();
  const { normAdoption } = useSuspenseQuery(AdoptionQuery, { variables: { id } }).data;
  if (!normAdoption) return null;
  const { commentCount, answerCount, unanswered, hits, opinion, version } = normAdoption;
  return (
    <Section title={t("adoption.title")}>
      <Facts
        of={[
          { label: t("adoption.comments"), value: t("adoption.counts", { comments: commentCount, answers: answerCount }), note: unanswered.length > 0 && t("adoption.unanswered", { articles: [...new Set(unanswered.map(({ article }) => article))].join(" · ") }) },
          { label: t("adoption.check"), value: hits.length === 0 ? t("adoption.clean") : t("adoption.hits", { count: hits.length }) },
        ]}
      />
      <PriceHits of={normAdoption} />
      {opinion && <Notice tone="note" title={t("adoption.opinion", { at: dateTime(opinion.givenAt) })}>{opinion.reason}</Notice>}
      <Row>
        {version.mayWrite && <ButtonLink to={`/norms/versions/${id}/edit`} kind="main">{t("edit.act")}</ButtonLink>}
        <AdoptionActs of={version} hasHits={hits.length > 0} isJustified={opinion !== null} />
      </Row>
    </Section>
  );
}
