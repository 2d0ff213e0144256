import { useTranslation } from "react-i18next";
import { graphql } from "../../gql/index.ts";
import { useFragment, type FragmentType } from "../../gql/fragment-masking.ts";
import type { ScoreSheet_ScoreFragment as Score, ScoreSheet_SchemeFragment as Scheme } from "../../gql/graphql.ts";
import { useFormat } from "../../lib/format.ts";
import { Badge } from "../../ui/badge.tsx";
import { Headline, ScoreBars } from "../../ui/score-bars.tsx";
import { Facts } from "../../ui/facts.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Section } from "../../ui/page.tsx";
import { Row, Stack } from "../../ui/stack.tsx";
import { proofTones } from "./state.ts";
import { useReason } from "./use-reason.ts";
import { useValue } from "./use-value.ts";

const ScoreSheetScore = graphql(`
  fragment ScoreSheet_score on AssessmentScore {
    schemeVersion state score grade ratedIndicators ratedWeight
    groups { group points weight effectiveWeight contribution lost }
    indicators {
      indicator group state value n declaredValue proof points weight effectiveWeight contribution lost
      figures { code value }
      reasons { code value target limit lost declared n minimum }
    }
  }
`);
const ScoreSheetScheme = graphql(`
  fragment ScoreSheet_scheme on ServiceQualityScheme {
    title weightNote proofNote
    groups { number name weight }
    indicators { number name group unit shownWith figures { code name unit } }
    proofLimits { proof points }
    floors { grade floor }
    requiredFacts { indicators weight note }
  }
`);

interface ScoreSheetProps {
  score: FragmentType<typeof ScoreSheetScore>;
  scheme: FragmentType<typeof ScoreSheetScheme>;
}

/** A reckoning from the whole down to each indicator: what was reached, why points were lost, and who decided how to count. */
export function ScoreSheet(props: ScoreSheetProps) {
  const { t } = useTranslation("assessments");
  const { decimal } = useFormat();
  const score = useFragment(ScoreSheetScore, props.score);
  const scheme = useFragment(ScoreSheetScheme, props.scheme);
  return (
    <>
      <Overall score={score} scheme={scheme} />
      <Section title={t("resultPage.groups")}>
        <ScoreBars
          label={t("resultPage.groups")}
          of={score.groups.map((group) => ({
            key: group.group,
            name: <GroupName of={scheme} group={group.group} />,
            note: group.effectiveWeight === null ? t("resultPage.noneRated") : t("resultPage.weighs", { weight: decimal(group.effectiveWeight), contribution: decimal(group.contribution ?? "0") }),
            share: group.points ?? null,
            figure: group.points === null ? "–" : decimal(group.points),
          }))}
        />
      </Section>
      {scheme.groups.map(({ number }) => (
        <GroupSection key={number} group={number} score={score} scheme={scheme} />
      ))}
      <Decisions of={scheme} />
    </>
  );
}

function Overall({ score, scheme }: { score: Score; scheme: Scheme }) {
  const { t } = useTranslation("assessments");
  const { text, decimal } = useFormat();
  if (score.state === "NOT_RATED" || score.score === null) {
    const { ratedIndicators: indicators, ratedWeight } = score;
    return (
      <Notice tone="wait" title={t("score.NOT_RATED")}>
        <p>{t("score.notRatedBecause", { indicators, weight: decimal(ratedWeight), needed: scheme.requiredFacts.indicators, neededWeight: decimal(scheme.requiredFacts.weight) })}</p>
        <p>{text(scheme.requiredFacts.note)}</p>
      </Notice>
    );
  }
  return (
    <Stack gap="small">
      <Headline figure={decimal(score.score)}>{t("score.of", { grade: score.grade })}</Headline>
      <small>{t("score.under", { scheme: text(scheme.title), indicators: score.ratedIndicators, all: score.indicators.length })}</small>
    </Stack>
  );
}

const GroupName = ({ of, group }: { of: Scheme; group: string }) => {
  const { text } = useFormat();
  const name = of.groups.find(({ number }) => number === group)?.name;
  return <>{name ? text(name) : group}</>;
};

function GroupSection({ group, score, scheme }: { group: string; score: Score; scheme: Scheme }) {
  const { t } = useTranslation("assessments");
  const { text, decimal } = useFormat();
  const name = scheme.groups.find(({ number }) => number === group)?.name;
  const title = name ? text(name) : group;
  return (
    <Section title={title}>
      <ScoreBars
        label={title}
        of={score.indicators.filter((leaf) => leaf.group === group).map((leaf) => ({
          key: leaf.indicator,
          name: <IndicatorName of={scheme} number={leaf.indicator} />,
          note: <LeafValue leaf={leaf} scheme={scheme} />,
          share: leaf.points ?? null,
          figure: leaf.points === null ? t(`indicatorState.${leaf.state}`) : t("score.points", { points: decimal(leaf.points) }),
          more: <Reasons leaf={leaf} scheme={scheme} />,
        }))}
      />
    </Section>
  );
}

function IndicatorName({ of, number }: { of: Scheme; number: string }) {
  const { text } = useFormat();
  const name = of.indicators.find((indicator) => indicator.number === number)?.name;
  return <>{`${number} ${name ? text(name) : ""}`}</>;
}

type Leaf = Score["indicators"][number];

function LeafValue({ leaf, scheme }: { leaf: Leaf; scheme: Scheme }) {
  const { t } = useTranslation("assessments");
  const { text, decimal } = useFormat();
  const value = useValue();
  const indicator = scheme.indicators.find(({ number }) => number === leaf.indicator);
  if (!indicator) return null;
  const figures = indicator.figures.flatMap(({ code, name, unit }) => {
    const found = leaf.figures.find((figure) => figure.code === code)?.value ?? null;
    return found === null ? [] : [`${text(name)} ${value(found, unit)}`];
  });
  const words = [
    ...(leaf.value === null ? [t(`indicatorState.${leaf.state}`)] : [value(leaf.value, indicator.unit)]),
    ...(leaf.declaredValue === null ? [] : [t("score.declared", { value: value(leaf.declaredValue, indicator.unit) })]),
    ...(leaf.n === null ? [] : [t("score.n", { n: decimal(leaf.n) })]),
    ...figures,
  ];
  return <>{words.join(" · ")}</>;
}

function Reasons({ leaf, scheme }: { leaf: Leaf; scheme: Scheme }) {
  const { t } = useTranslation("assessments");
  const { decimal, list } = useFormat();
  const reason = useReason();
  const indicator = scheme.indicators.find(({ number }) => number === leaf.indicator);
  if (!indicator) return null;
  return (
    <Stack gap="small">
      <Row>
        {leaf.proof && <Badge tone={proofTones[leaf.proof]}>{t(`proof.${leaf.proof}`)}</Badge>}
        {leaf.contribution !== null && leaf.lost !== null && <span>{t("score.contributes", { contribution: decimal(leaf.contribution), lost: decimal(leaf.lost) })}</span>}
        {indicator.shownWith.length > 0 && <span>{t("score.shownWith", { indicators: list(indicator.shownWith) })}</span>}
      </Row>
      {leaf.reasons.map((one) => <span key={one.code}>{reason(one, indicator.unit)}</span>)}
    </Stack>
  );
}

/** What the source document leaves open and the association decided. */
function Decisions({ of }: { of: Scheme }) {
  const { t } = useTranslation("assessments");
  const { text, decimal } = useFormat();
  return (
    <Section title={t("decisions.title")} actions={<Badge tone="note">{t("associationDecision")}</Badge>}>
      <Facts
        of={[
          { label: t("decisions.weights"), value: text(of.weightNote) },
          { label: t("decisions.proof"), value: of.proofLimits.map(({ proof, points }) => t("decisions.proofOf", { proof: t(`proof.${proof}`), points: decimal(points) })).join(" · "), note: text(of.proofNote) },
          { label: t("decisions.floors"), value: of.floors.map(({ grade, floor }) => `${grade} ≥ ${decimal(floor)}`).join(" · ") },
          { label: t("decisions.required"), value: text(of.requiredFacts.note) },
        ]}
      />
    </Section>
  );
}
