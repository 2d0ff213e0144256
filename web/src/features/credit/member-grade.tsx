import { useSuspenseQuery } from "@apollo/client/react";
import { Suspense } from "react";
import { useTranslation } from "react-i18next";
import { graphql } from "../../gql/index.ts";
import { Card } from "../../ui/card.tsx";
import { Disclosure } from "../../ui/disclosure.tsx";
import { Loading } from "../../ui/loading.tsx";
import { CreditFile } from "./credit-file.tsx";
import { GradeCard } from "./grade-card.tsx";
import { GradeHistory } from "./grade-history.tsx";
import { GradeSimulation } from "./grade-simulation.tsx";
import { LatestExplained } from "./latest-explained.tsx";

const MemberGradeQuery = graphql(`
  query MemberGrade($id: ID!) {
    member(id: $id) { id grades { id ...GradeCard_grade ...GradeHistory_grade } }
  }
`);

/** A member's grade, where it comes from, what would change it and the ones before it, on its page. */
export function MemberGrade({ id }: { id: string }) {
  const { t } = useTranslation("credit");
  const grades = useSuspenseQuery(MemberGradeQuery, { variables: { id }, fetchPolicy: "cache-and-network" }).data.member?.grades ?? [];
  const [latest] = grades;
  return (
    <Card title={t("title")}>
      {latest === undefined ? <p>{t("none")}</p> : <GradeCard of={latest} />}
      {latest !== undefined && (
        <Suspense fallback={<Loading />}>
          <LatestExplained id={latest.id} />
        </Suspense>
      )}
      {grades.length > 1 && (
        <Disclosure label={t("history")}>
          <GradeHistory of={grades} />
        </Disclosure>
      )}
      <Disclosure label={t("simulation.title")} screenOnly>
        <GradeSimulation memberId={id} />
      </Disclosure>
      <Disclosure label={t("file.title")}>
        <Suspense fallback={<Loading />}>
          <CreditFile id={id} />
        </Suspense>
      </Disclosure>
    </Card>
  );
}
