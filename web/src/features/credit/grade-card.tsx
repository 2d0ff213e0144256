import { useTranslation } from "react-i18next";
import { graphql, useFragment, type FragmentType } from "../../gql/index.ts";
import { useFormat } from "../../lib/format.ts";
import { Badge } from "../../ui/badge.tsx";
import { Disclosure } from "../../ui/disclosure.tsx";
import { Facts } from "../../ui/facts.tsx";
import { Figures } from "../../ui/figures.tsx";
import { Row, Stack } from "../../ui/stack.tsx";
import { GradeAreas } from "./grade-areas.tsx";
import { NotRated } from "./not-rated.tsx";

const GradeCardGrade = graphql(`
  fragment GradeCard_grade on ComplianceGrade {
    id state score grade at
    scheme { version title floors { grade floor } deductions { severity points } }
    ...GradeAreas_grade
    ...NotRated_grade
  }
`);

/** One compliance grade: what it is, what it is made of, and whose judgement it is. */
export function GradeCard({ of }: { of: FragmentType<typeof GradeCardGrade> }) {
  const { t } = useTranslation("credit");
  const { text, decimal, dayOf } = useFormat();
  const grade = useFragment(GradeCardGrade, of);
  const { scheme } = grade;
  return (
    <Stack>
      <Figures
        of={[
          { key: "grade", label: t("grade"), value: grade.grade ?? t("notRated.short"), note: t("givenOnDay", { date: dayOf(grade.at) }) },
          { key: "score", label: t("score"), value: grade.score ? decimal(grade.score) : "–", note: t("ofHundred") },
        ]}
      />
      <NotRated of={grade} />
      <GradeAreas of={grade} />
      <Row>
        <Badge>{t("decision.mark")}</Badge>
        <span>{t("decision.what")}</span>
      </Row>
      <Disclosure label={t("scheme.title", { title: text(scheme.title) })}>
        <Facts
          of={[
            ...scheme.floors.map(({ grade: name, floor }) => ({ label: name, value: t("scheme.floor", { floor: decimal(floor) }) })),
            ...scheme.deductions.map(({ severity, points }) => ({ label: t(`deduction.${severity}`), value: t("scheme.deduction", { points: decimal(points) }) })),
          ]}
        />
      </Disclosure>
    </Stack>
  );
}
