import { useSuspenseQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { graphql } from "../../gql/index.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { Empty } from "../../ui/empty.tsx";
import { NotFound } from "../../ui/not-found.tsx";
import { Page, Section } from "../../ui/page.tsx";
import { GradeCard } from "./grade-card.tsx";
import { GradeHistory } from "./grade-history.tsx";

const GradePageQuery = graphql(`
  query GradePage {
    viewer { id member { id grades { id findings { id } ...GradeCard_grade ...GradeHistory_grade } } }
  }
`);

/** The reader's own grade, why it is what it is, and how it came about. */
export function GradePage() {
  const { t } = useTranslation("credit");
  const grades = useSuspenseQuery(GradePageQuery, { fetchPolicy: "cache-and-network" }).data.viewer?.member?.grades;
  if (!grades) return <NotFound />;
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
          <Section title={t("history")}>
            <GradeHistory of={grades} />
          </Section>
        </>
      )}
    </Page>
  );
}
