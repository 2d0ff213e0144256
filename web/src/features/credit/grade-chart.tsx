import { useMemo, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { graphql, useFragment, type FragmentType } from "../../gql/index.ts";
import type { GradeChart_GradeFragment } from "../../gql/graphql.ts";
import { useFormat } from "../../lib/format.ts";
import { Chart } from "../../ui/chart.tsx";
import type { Ink } from "../../ui/plot.tsx";

const GradeChartGrade = graphql(`
  fragment GradeChart_grade on ComplianceGrade {
    id score grade at
    scheme { version floors { grade floor } }
  }
`);

type Grade = GradeChart_GradeFragment;
type Rated = Grade & { score: string; grade: string };

/** The score from audit to audit over the bands of the grades, with the same figures in `table`; the table alone while there are not two scores. */
export function GradeChart({ of, table }: { of: readonly FragmentType<typeof GradeChartGrade>[]; table: ReactNode }) {
  const { t } = useTranslation("credit");
  const { shortDay, number } = useFormat();
  const grades = useFragment(GradeChartGrade, of);
  const option = useMemo(() => {
    const rated = grades.filter(isRated).reverse();
    const words = ({ dataIndex, name, value }: { dataIndex: number; name: string; value: number }) => `${name}\n${rated[dataIndex]?.grade}  ${number(value)}`;
    return ({ text, quiet }: Ink) => ({
      grid: { left: 8, right: 40, top: 32, bottom: 8, containLabel: true },
      xAxis: { type: "category", data: rated.map(({ at }) => shortDay(at)), axisTick: { show: false }, axisLabel: { color: quiet, hideOverlap: true } },
      yAxis: { type: "value", min: 0, max: 100, splitLine: { show: false }, axisLabel: { color: quiet, formatter: (points: number) => number(points) } },
      tooltip: { trigger: "item", renderMode: "richText", formatter: words },
      series: {
        type: "line",
        data: rated.map(({ score }) => Number(score)),
        symbol: "circle",
        symbolSize: 10,
        label: { show: rated.length <= ROOM, position: "top", color: text, fontWeight: 600, formatter: ({ value }: { value: number }) => number(value) },
        markArea: { silent: true, data: bandsOf(grades), label: { position: "right", color: quiet } },
      },
    });
  }, [grades, shortDay, number]);
  return grades.filter(isRated).length < 2 ? <>{table}</> : <Chart title={t("chart")} option={option} table={table} />;
}

/** So many figures find room beside each other on a telephone. */
const ROOM = 6;

/** Where there was no rating, the table says so; the line has no point. */
const isRated = (grade: Grade): grade is Rated => Boolean(grade.score && grade.grade);

/** From each grade's floor up to the next, by the scheme in force last; every other one is tinted, so that each is told from its neighbours. */
const bandsOf = ([latest]: readonly Grade[]) =>
  (latest?.scheme.floors ?? []).map(({ grade, floor }, place, floors) => [
    { name: grade, yAxis: Number(floor), itemStyle: { color: place % 2 === 0 ? "rgba(128, 128, 128, 0.14)" : "transparent" } },
    { yAxis: place === 0 ? 100 : Number(floors[place - 1]?.floor) },
  ]);
