import { useTranslation } from "react-i18next";
import { graphql, useFragment, type FragmentType } from "../../gql/index.ts";
import { useFormat } from "../../lib/format.ts";
import { Notice } from "../../ui/notice.tsx";

const NotRatedGrade = graphql(`
  fragment NotRated_grade on ComplianceGrade {
    id state
    areas { code weight points }
    scheme { version requiredAreas requiredWeight }
  }
`);

/** Why there is no grade: in how few areas there are facts, and what it would take. Nothing where there is one. */
export function NotRated({ of }: { of: FragmentType<typeof NotRatedGrade> }) {
  const { t } = useTranslation("credit");
  const { decimal, number } = useFormat();
  const { state, areas, scheme } = useFragment(NotRatedGrade, of);
  if (state === "RATED") return null;
  const withFacts = areas.filter(({ points }) => Boolean(points));
  const weight = withFacts.reduce((sum, area) => sum + Number(area.weight), 0);
  return (
    <Notice tone="plain" title={t("notRated.title")}>
      <p>{t("notRated.why", { count: withFacts.length, weight: number(weight), requiredAreas: scheme.requiredAreas, requiredWeight: decimal(scheme.requiredWeight) })}</p>
      <p>{t("notRated.meaning")}</p>
    </Notice>
  );
}
