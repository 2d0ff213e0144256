import { useSuspenseQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { graphql } from "../../gql/index.ts";
import { Card } from "../../ui/card.tsx";
import { Disclosure } from "../../ui/disclosure.tsx";
import { GradeCard } from "./grade-card.tsx";
import { GradeHistory } from "./grade-history.tsx";

const MemberGradeQuery = graphql(`
  query MemberGrade($id: ID!) {
    member(id: $id) { id grades { id ...GradeCard_grade ...GradeHistory_grade } }
  }
`);

/** A member's grade and the ones before it, on its page. */
export function MemberGrade({ id }: { id: string }) {
  const { t } = useTranslation("credit");
  const grades = useSuspenseQuery(MemberGradeQuery, { variables: { id }, fetchPolicy: "cache-and-network" }).data.member?.grades ?? [];
  const [latest] = grades;
  return (
    <Card title={t("title")}>
      {latest === undefined ? <p>{t("none")}</p> : <GradeCard of={latest} />}
      {grades.length > 1 && (
        <Disclosure label={t("history")}>
          <GradeHistory of={grades} />
        </Disclosure>
      )}
    </Card>
  );
}
