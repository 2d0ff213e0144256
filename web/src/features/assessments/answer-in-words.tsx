import { useTranslation } from "react-i18next";
import type { IndicatorState, ProofLevel } from "../../gql/graphql.ts";
import { useFormat } from "../../lib/format.ts";
import type { Localized } from "../../lib/language.ts";
import { Badge } from "../../ui/badge.tsx";
import { Row, Stack } from "../../ui/stack.tsx";
import { proofTones } from "./state.ts";
import { useValue } from "./use-value.ts";

export interface WordedAnswer {
  inputs: readonly { code: string; value?: string | null }[];
  adjustedInputs: readonly { code: string; value?: string | null }[];
  notApplicableReason?: string | null;
  proof: ProofLevel;
  evidence: readonly unknown[];
}

interface AnswerInWordsProps {
  indicator: { unit: Localized; inputs: readonly { code: string; name: Localized; unit: Localized }[] };
  answer: WordedAnswer | undefined;
  leaf: { state: IndicatorState; value?: string | null } | undefined;
}

/** One answer to be read: its figures (the reviewer's beside the member's), what they come to, and how it is proven. */
export function AnswerInWords({ indicator, answer, leaf }: AnswerInWordsProps) {
  const { t } = useTranslation("assessments");
  const { text } = useFormat();
  const value = useValue();
  if (answer?.notApplicableReason != null) return <>{t("absent.because", { reason: answer.notApplicableReason })}</>;
  const given = (inputs: WordedAnswer["inputs"], code: string) => inputs.find((input) => input.code === code)?.value;
  const adjusted = answer?.adjustedInputs ?? [];
  return (
    <Stack gap="small">
      {leaf && (
        <Row>
          {leaf.value == null ? <Badge>{t(`indicatorState.${leaf.state}`)}</Badge> : <strong>{value(leaf.value, indicator.unit)}</strong>}
          {leaf.value != null && leaf.state !== "RATED" && <Badge tone="wait">{t(`indicatorState.${leaf.state}`)}</Badge>}
          {answer && <Badge tone={proofTones[answer.proof]}>{t(`proof.${answer.proof}`)}</Badge>}
          {answer && answer.evidence.length > 0 && <small>{t("evidence.count", { count: answer.evidence.length })}</small>}
        </Row>
      )}
      <small>
        {indicator.inputs.map(({ code, name, unit }, place) => {
          const own = given(answer?.inputs ?? [], code);
          const theirs = given(adjusted, code);
          const changed = adjusted.length > 0 && (own ?? "") !== (theirs ?? "");
          return (
            <span key={code}>
              {place > 0 && " · "}
              {text(name)}: {own == null ? t("blank") : changed ? <s>{value(own, unit)}</s> : value(own, unit)}
              {changed && <> {theirs == null ? t("blank") : value(theirs, unit)}</>}
            </span>
          );
        })}
      </small>
    </Stack>
  );
}
