import { useMemo, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { graphql, useFragment, type FragmentType } from "../../gql/index.ts";
import type { GradeChart_GradeFragment } from "../../gql/graphql.ts";
import { useFormat } from "../../lib/format.ts";
import { Chart } from "../../ui/chart.tsx";

const GradeChartGrade = graphql(`
  fragment GradeChart_grade on ComplianceGrade {
    id score grade at
    scheme { version floors { grade floor } }
  }
`);

type Grade = GradeChart_GradeFragment;
type Point = { value: [at: string, score: number]; grade: string };

/** The score from audit to audit over the bands of the grades, with the same figures in `table`; the table alone while there are not two scores. */
export function GradeChart({ of, table }: { of: readonly FragmentType<typeof GradeChartGrade>[]; table: ReactNode }) {
  const { t } = useTranslation("credit");
  const { shortDay, number } = useFormat();
  const grades = useFragment(GradeChartGrade, of);
  const option = useMemo(() => {
    const points = grades.toReversed().flatMap(pointOf);
    const [latest] = grades;
    return {
      grid: { left: 8, right: 16, top: 24, bottom: 8, containLabel: true },
      xAxis: { type: "time", minInterval: A_DAY, axisLabel: { formatter: (at: number) => shortDay(new Date(at).toISOString()), hideOverlap: true } },
      yAxis: { type: "value", min: 0, max: 100, splitLine: { show: false }, axisLabel: { formatter: (points: number) => number(points) } },
      tooltip: { trigger: "item", renderMode: "richText", formatter: ({ data }: { data: Point }) => `${shortDay(data.value[0])}\n${data.grade}  ${number(data.value[1])}` },
      series: {
        type: "line",
        data: points,
        symbolSize: 10,
        label: { show: true, position: "top", color: "inherit", fontWeight: 600, formatter: ({ data }: { data: Point }) => data.grade },
        markArea: { silent: true, data: latest ? bandsOf(latest) : [], label: { position: "insideLeft", color: "inherit" } },
      },
    };
  }, [grades, shortDay, number]);
  return grades.flatMap(pointOf).length < 2 ? <>{table}</> : <Chart title={t("chart")} option={option} table={table} />;
}

const A_DAY = 24 * 3_600_000;

/** A grade as a point; a time without a rating leaves a gap in the table alone. */
const pointOf = ({ at, score, grade }: Grade): Point[] => (score && grade ? [{ value: [at, Number(score)], grade }] : []);

/** From each grade's floor up to the next, every other one tinted, so that each is told from its neighbours. */
const bandsOf = ({ scheme: { floors } }: Grade) =>
  floors.map(({ grade, floor }, place) => [
    { name: grade, yAxis: Number(floor), itemStyle: { color: place % 2 === 0 ? "rgba(128, 128, 128, 0.14)" : "transparent" } },
    { yAxis: place === 0 ? 100 : Number(floors[place - 1]?.floor) },
  ]);
