import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { graphql, useFragment, type FragmentType } from "../../gql/index.ts";
import { useFormat } from "../../lib/format.ts";
import { Bars } from "../../ui/bars.tsx";
import { Card } from "../../ui/card.tsx";
import { Columns, Row } from "../../ui/stack.tsx";
import { SeverityBadge, severityTones } from "./severity-badge.tsx";

const RunOutcomeRun = graphql(`
  fragment RunOutcome_run on AuditRun {
    id state
    counts { findings members rule { code title article severity } }
    gradeCounts { grade members }
  }
`);

const grades = ["AAA", "AA", "A", "BBB", "BB", "B", "C", null] as const;

/** What came out of a run: which rules were breached how often, and which grades followed. */
export function RunOutcome({ of }: { of: FragmentType<typeof RunOutcomeRun> }) {
  const { t } = useTranslation("supervision");
  const { text, number } = useFormat();
  const { state, counts, gradeCounts } = useFragment(RunOutcomeRun, of);
  const findings = counts.reduce((sum, count) => sum + count.findings, 0);
  const membersWith = (grade: (typeof grades)[number]) => gradeCounts.find((count) => (count.grade ?? null) === grade)?.members ?? 0;
  return (
    <Columns wide>
      <Card title={t("run.byRule")}>
        {counts.length === 0 && <p>{t(state === "DONE" ? "finding.noneInRun" : "finding.noneYet")}</p>}
        {counts.length > 0 && (
          <Bars
            label={t("run.byRule")}
            of={counts.map(({ rule, findings: count, members }) => ({
              key: rule.code,
              label: (
                <Row>
                  <Link to={`?rule=${rule.code}`}>{text(rule.title)}</Link>
                  <SeverityBadge of={rule.severity} />
                </Row>
              ),
              figure: number(count),
              value: count,
              tone: severityTones[rule.severity],
              note: t("run.byRuleNote", { article: rule.article, count: members }),
            }))}
            total={{ label: t("run.allFindings"), figure: number(findings) }}
          />
        )}
      </Card>
      <Card title={t("run.grades")}>
        {gradeCounts.length === 0 ? (
          <p>{t("run.gradesNotYet")}</p>
        ) : (
          <Bars
            label={t("run.grades")}
            of={grades.map((grade) => ({
              key: grade ?? "NR",
              label: grade ?? t("run.notRated"),
              figure: number(membersWith(grade)),
              value: membersWith(grade),
              tone: grade === null ? "plain" : "note",
            }))}
          />
        )}
        <p>
          <small>{t("run.gradesNote")}</small>
        </p>
      </Card>
    </Columns>
  );
}
