import { useTranslation } from "react-i18next";
import { graphql, useFragment, type FragmentType } from "../../gql/index.ts";
import { useFormat } from "../../lib/format.ts";
import { Table, whole } from "../../ui/table.tsx";

const GradeHistoryGrade = graphql(`
  fragment GradeHistory_grade on ComplianceGrade {
    id score grade at
    scheme { version title }
    findings { id }
  }
`);

/** The grades a member had, newest first. */
export function GradeHistory({ of }: { of: readonly FragmentType<typeof GradeHistoryGrade>[] }) {
  const { t } = useTranslation("credit");
  const { text, decimal, dayOf, number } = useFormat();
  return (
    <Table
      of={whole(useFragment(GradeHistoryGrade, of))}
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
}
