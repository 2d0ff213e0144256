import { useTranslation } from "react-i18next";
import { graphql, useFragment, type FragmentType } from "../../gql/index.ts";
import type { GradeAreas_GradeFragment } from "../../gql/graphql.ts";
import { useFormat } from "../../lib/format.ts";
import { Bars } from "../../ui/bars.tsx";

const GradeAreasGrade = graphql(`
  fragment GradeAreas_grade on ComplianceGrade {
    id score
    areas { code name facts weight points effectiveWeight contribution }
  }
`);

type Area = GradeAreas_GradeFragment["areas"][number];

/** The areas of a grade: each bar is as long as its share of the weight, and filled as far as it adds to the score. Areas without facts are drawn apart. */
export function GradeAreas({ of }: { of: FragmentType<typeof GradeAreasGrade> }) {
  const { t } = useTranslation("credit");
  const { text, decimal } = useFormat();
  const { score, areas } = useFragment(GradeAreasGrade, of);
  const noteOf = ({ facts, weight, points, effectiveWeight, contribution }: Area) => {
    if (!points && contribution) return t("area.takenNote", { facts: t(`facts.${facts}`), weight: decimal(weight) });
    if (!points) return t("area.notRatedNote", { facts: t(`facts.${facts}`), weight: decimal(weight) });
    if (!effectiveWeight) return t("area.waitingNote", { facts: t(`facts.${facts}`), points: decimal(points), weight: decimal(weight) });
    return t("area.note", { facts: t(`facts.${facts}`), points: decimal(points), share: decimal(effectiveWeight), weight: decimal(weight) });
  };
  return (
    <Bars
      label={t("areas")}
      of={areas.map((area) => ({
        key: area.code,
        label: text(area.name),
        figure: area.contribution ? decimal(area.contribution) : t(area.points ? "area.notCounted" : "area.notRated"),
        value: Number(area.contribution ?? 0),
        reach: Number(area.effectiveWeight ?? 0),
        note: noteOf(area),
      }))}
      {...(score && { total: { label: t("sum"), figure: decimal(score) } })}
    />
  );
}
