import { useTranslation } from "react-i18next";
import { useFormat } from "../../lib/format.ts";
import { Notice } from "../../ui/notice.tsx";
import type { WordedAnswer } from "./answer-in-words.tsx";
import type { ReviewAssessment, ReviewIndicator } from "./review-data.ts";
import { usePeriod } from "../../lib/use-period.ts";
import { useValue } from "./use-value.ts";

interface ObservedFiguresProps {
  of: ReviewAssessment["observed"];
  indicator: ReviewIndicator;
  answer: WordedAnswer;
}

/** What the association confirmed itself, beside what the member gives for it now, and by how much the two differ. */
export function ObservedFigures({ of, indicator, answer }: ObservedFiguresProps) {
  const { t } = useTranslation("assessments");
  const { text, percent } = useFormat();
  const period = usePeriod();
  const value = useValue();
  if (answer.notApplicableReason !== null) return null;
  const inForce = answer.adjustedInputs.length > 0 ? answer.adjustedInputs : answer.inputs;
  return of.map(({ code, value: confirmed, period: of, deviation }) => {
    const input = indicator.inputs.find((one) => one.code === code);
    const given = inForce.find((one) => one.code === code)?.value ?? null;
    if (!input) return null;
    const differs = given !== null && deviation !== "0.0";
    const words = { name: text(input.name), given: given === null ? t("blank") : value(given, input.unit), confirmed: value(confirmed, input.unit), period: period(of) };
    return (
      <Notice key={code} tone={differs ? "wait" : "note"} title={t("observed.beside", words)}>
        {differs && deviation !== null && t("observed.deviation", { deviation: percent(deviation) })}
      </Notice>
    );
  });
}
