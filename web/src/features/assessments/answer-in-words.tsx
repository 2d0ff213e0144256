import { useTranslation } from "react-i18next";
import type { IndicatorState, ProofLevel } from "../../gql/graphql.ts";
import { useFormat } from "../../lib/format.ts";
import type { Localized } from "../../lib/language.ts";
import { Badge } from "../../ui/badge.tsx";
import { Row, Stack } from "../../ui/stack.tsx";
import { proofTones } from "./state.ts";
import { useValue } from "./use-value.ts";

export interface WordedAnswer {
  inputs: readonly { code: string; value: string | null }[];
  adjustedInputs: readonly { code: string; value: string | null }[];
  notApplicableReason: string | null;
  proof: ProofLevel;
  evidence: readonly unknown[];
}

interface AnswerInWordsProps {
  indicator: { unit: Localized; inputs: readonly { code: string; name: Localized; unit: Localized }[] };
  answer: WordedAnswer | undefined;
  leaf: { state: IndicatorState; value: string | null } | undefined;
}

/** One answer to be read: what it comes to, how it is proven, and its figures, the reviewer's beside the member's. */
export function AnswerInWords({ indicator, answer, leaf }: AnswerInWordsProps) {
  const { t } = useTranslation("assessments");
  if (answer && answer.notApplicableReason !== null) return <>{t("absent.because", { reason: answer.notApplicableReason })}</>;
  return (
    <Stack gap="small">
      {leaf && <ValueInWords leaf={leaf} unit={indicator.unit} answer={answer} />}
      {answer && <FiguresInWords inputs={indicator.inputs} answer={answer} />}
    </Stack>
  );
}

function ValueInWords({ leaf, unit, answer }: { leaf: NonNullable<AnswerInWordsProps["leaf"]>; unit: Localized; answer: WordedAnswer | undefined }) {
  const { t } = useTranslation("assessments");
  const value = useValue();
  const isAnswered = answer !== undefined && leaf.state !== "UNANSWERED";
  return (
    <Row>
      {leaf.value === null ? <Badge>{t(`indicatorState.${leaf.state}`)}</Badge> : <strong>{value(leaf.value, unit)}</strong>}
      {leaf.value !== null && leaf.state !== "RATED" && <Badge tone="wait">{t(`indicatorState.${leaf.state}`)}</Badge>}
      {isAnswered && <Badge tone={proofTones[answer.proof]}>{t(`proof.${answer.proof}`)}</Badge>}
      {isAnswered && answer.evidence.length > 0 && <small>{t("evidence.count", { count: answer.evidence.length })}</small>}
    </Row>
  );
}

function FiguresInWords({ inputs, answer }: { inputs: AnswerInWordsProps["indicator"]["inputs"]; answer: WordedAnswer }) {
  const { t } = useTranslation("assessments");
  const { text, colon } = useFormat();
  const value = useValue();
  const given = (figures: WordedAnswer["inputs"], code: string) => figures.find((input) => input.code === code)?.value ?? null;
  const inForce = answer.adjustedInputs.length > 0 ? answer.adjustedInputs : answer.inputs;
  const rows = inputs
    .map(({ code, name, unit }) => ({ code, unit, name: text(name), own: given(answer.inputs, code), now: given(inForce, code) }))
    .filter(({ own, now }) => own !== null || now !== null);
  const words = (figure: string | null, unit: Localized) => (figure === null ? t("blank") : value(figure, unit));
  return (
    <small>
      {rows.map(({ code, name, unit, own, now }, place) => (
        <span key={code}>
          {place > 0 && " · "}
          {name}
          {colon}
          {own !== now && <s>{words(own, unit)}</s>} {words(now, unit)}
        </span>
      ))}
    </small>
  );
}
