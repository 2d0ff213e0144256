import { useTranslation } from "react-i18next";
import { graphql, useFragment, type FragmentType } from "../../gql/index.ts";
import { useFormat } from "../../lib/format.ts";
import { Table, whole } from "../../ui/table.tsx";
import { GradeChart } from "./grade-chart.tsx";

const GradeHistoryGrade = graphql(`
  fragment GradeHistory_grade on ComplianceGrade {
    id score grade at
    scheme { version title }
    findings { id }
    ...GradeChart_grade
  }
`);

/** Every grade a member had: drawn over time, and as a table, newest first. */
export function GradeHistory({ of }: { of: readonly FragmentType<typeof GradeHistoryGrade>[] }) {
  const { t } = useTranslation("credit");
  const { text, decimal, dayOf, number } = useFormat();
  const grades = useFragment(GradeHistoryGrade, of);
  const table = (
    <Table
      of={whole(grades)}
      caption={t("history")}
      columns={[
        { key: "at", title: t("givenOn"), render: ({ at }) => dayOf(at) },
        { key: "grade", title: t("grade"), render: ({ grade }) => grade ?? t("notRated.short") },
        { key: "score", title: t("score"), numeric: true, render: ({ score }) => (score ? decimal(score) : "–") },
        { key: "findings", title: t("findings"), numeric: true, render: ({ findings }) => number(findings.length) },
        { key: "scheme", title: t("scheme.name"), render: ({ scheme }) => text(scheme.title) },
      ]}
    />
  );
  return <GradeChart of={grades} table={table} />;
}
