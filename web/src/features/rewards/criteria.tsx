import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { graphql, useFragment, type FragmentType } from "../../gql/index.ts";
import { useFormat } from "../../lib/format.ts";
import { Badge } from "../../ui/badge.tsx";
import { Table, whole } from "../../ui/table.tsx";

export const CriteriaStanding = graphql(`
  fragment Criteria_standing on RewardCriterionStanding { code words figure met }
`);

interface CriteriaProps {
  of: readonly FragmentType<typeof CriteriaStanding>[];
  caption: string;
}

/** Each criterion of a reward, the figure of the firm beside it, and whether it is met. */
export function Criteria({ of, caption }: CriteriaProps) {
  const { t } = useTranslation("rewards");
  const { text, decimal } = useFormat();
  const rows = useFragment(CriteriaStanding, of);
  return (
    <Table
      of={whole(rows.map((row) => ({ ...row, id: row.code })))}
      caption={caption}
      columns={[
        { key: "criterion", title: t("criteria.criterion"), render: ({ words }) => text(words) },
        { key: "figure", title: t("criteria.figure"), render: ({ code, figure }) => figureInWords(t, decimal, code, figure) },
        { key: "met", title: t("criteria.met"), render: ({ met }) => <MetBadge of={met} /> },
      ]}
    />
  );
}

export function MetBadge({ of }: { of: boolean }) {
  const { t } = useTranslation("rewards");
  return <Badge tone={of ? "good" : "bad"}>{t(of ? "criteria.yes" : "criteria.no")}</Badge>;
}

/** What is known of the firm, as people say it; what is not known is said to be so. */
export function figureInWords(t: TFunction<"rewards">, decimal: (value: string) => string, code: string, figure: string | null | undefined): string {
  if (figure === null || figure === undefined) return t(`figure.none.${code}`, { defaultValue: t("figure.unknown") });
  if (code === "IN_GOOD_STANDING") return t(`figure.standing.${figure}`, { defaultValue: figure });
  if (code === "MINIMUM_SERVICE_SCORE") return t("figure.points", { points: decimal(figure) });
  return t(`figure.${code}`, { figure, count: Number(figure), defaultValue: figure });
}
