import { useSuspenseQuery } from "@apollo/client/react";
import { Suspense } from "react";
import { useTranslation } from "react-i18next";
import { graphql } from "../../gql/index.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { Empty } from "../../ui/empty.tsx";
import { Loading } from "../../ui/loading.tsx";
import { NotFound } from "../../ui/not-found.tsx";
import { Page, Section } from "../../ui/page.tsx";
import { CreditFile } from "./credit-file.tsx";
import { GradeCard } from "./grade-card.tsx";
import { GradeHistory } from "./grade-history.tsx";
import { GradeSimulation } from "./grade-simulation.tsx";
import { LatestExplained } from "./latest-explained.tsx";

const GradePageQuery = graphql(`
  query GradePage {
    viewer { id member { id grades { id findings { id } ...GradeCard_grade ...GradeHistory_grade } } }
  }
`);

/** The reader's own grade, why it is what it is, what would change it, and how it came about. */
export function GradePage() {
  const { t } = useTranslation("credit");
  const member = useSuspenseQuery(GradePageQuery, { fetchPolicy: "cache-and-network" }).data.viewer?.member;
  if (!member) return <NotFound />;
  const { grades } = member;
  const [latest] = grades;
  return (
    <Page title={t("title")} lead={t("lead")}>
      {latest === undefined ? (
        <Empty title={t("none")}>
          <p>{t("noneWhy")}</p>
        </Empty>
      ) : (
        <>
          <GradeCard of={latest} />
          {latest.findings.length > 0 && (
            <div>
              <ButtonLink to="/findings">{t("toFindings", { count: latest.findings.length })}</ButtonLink>
            </div>
          )}
          <Suspense fallback={<Loading />}>
            <LatestExplained id={latest.id} />
          </Suspense>
          <Section title={t("history")}>
            <GradeHistory of={grades} />
          </Section>
        </>
      )}
      <Section title={t("simulation.title")} screenOnly>
        <GradeSimulation memberId={member.id} />
      </Section>
      <Section title={t("file.title")}>
        <Suspense fallback={<Loading />}>
          <CreditFile id={member.id} />
        </Suspense>
      </Section>
    </Page>
  );
}
