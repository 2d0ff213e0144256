import { useState, type ChangeEvent } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../lib/format.ts";
import { Card } from "../../ui/card.tsx";
import { CheckField, TextAreaField, TextField } from "../../ui/fields.tsx";
import type { Values } from "../../ui/form-context.ts";
import { Notice } from "../../ui/notice.tsx";
import { EvidenceField } from "./evidence-field.tsx";
import type { FillAnswer, FillIndicator, FillObserved, FillPreview } from "./fill-data.ts";
import { absentName, fieldName, isWhole, reasonName } from "./group-values.ts";
import { LiveValue } from "./live-value.tsx";
import { Method } from "./method.tsx";
import { usePeriod } from "../../lib/use-period.ts";
import { useValue } from "./use-value.ts";

interface IndicatorFieldsProps {
  assessmentId: string;
  group: string;
  of: FillIndicator;
  values: Values;
  answer: FillAnswer;
  preview: FillPreview;
  /** What the association holds itself beside these figures. */
  observed: readonly FillObserved[];
  limits: readonly { proof: string; points: string }[];
  /** A figure of it was refused. */
  isRefused: boolean;
}

/** Everything about one indicator: its figures, what they come to, how it is judged, and what proves it. */
export function IndicatorFields({ assessmentId, group, of, values, answer, preview, observed, limits, isRefused }: IndicatorFieldsProps) {
  const { t } = useTranslation("assessments");
  const { text } = useFormat();
  const [isAbsent, setAbsent] = useState(values[absentName(of.number)] === "on");
  const noteAbsence = ({ target }: ChangeEvent<HTMLDivElement>) => {
    const box = target as Element;
    if (box instanceof HTMLInputElement && box.name === absentName(of.number)) setAbsent(box.checked);
  };
  return (
    <Card title={`${of.number} ${text(of.name)}`}>
      <p>{text(of.formulaText)}</p>
      <OpenNotes of={answer.notes} />
      <div onChange={noteAbsence}>
        {of.mayBeNotApplicable && <CheckField name={absentName(of.number)} label={t("absent.label")} defaultChecked={isAbsent} />}
      </div>
      {isAbsent ? <Absence of={of} values={values} /> : <Figures of={of} values={values} observed={observed} />}
      {!isAbsent && <LiveValue of={preview} indicator={of} isOutdated={isRefused} />}
      <Method of={of} />
      {!isAbsent && <EvidenceField assessmentId={assessmentId} group={group} indicator={of} evidence={answer.evidence} proof={answer.proof} limits={limits} />}
    </Card>
  );
}

/** What the reviewer asks to be changed here. */
function OpenNotes({ of }: { of: FillAnswer["notes"] }) {
  const { t } = useTranslation("assessments");
  return <>{of.filter(({ open }) => open).map(({ id, reason }) => <Notice key={id} tone="wait" title={t("fill.request")}>{reason}</Notice>)}</>;
}

/** Why the indicator does not apply. */
function Absence({ of: { number }, values }: Pick<IndicatorFieldsProps, "of" | "values">) {
  const { t } = useTranslation("assessments");
  const name = reasonName(number);
  return <TextAreaField name={name} label={t("absent.reason")} hint={t("absent.hint")} defaultValue={values[name] ?? ""} maxLength={500} rows={2} required />;
}

function Figures({ of: { number, inputs }, values, observed }: Pick<IndicatorFieldsProps, "of" | "values" | "observed">) {
  const { t } = useTranslation("assessments");
  const { text } = useFormat();
  const period = usePeriod();
  const value = useValue();
  return (
    <>
      {inputs.map(({ code, name, unit, type, required, help }) => {
        const counts = isWhole({ type });
        const held = observed.find((one) => one.indicator === number && one.code === code);
        const hints = [...(help ? [text(help)] : []), ...(held ? [t("observed.hint", { period: period(held.period), value: value(held.value, unit) })] : [])];
        return (
          <TextField
            key={code}
            name={fieldName(number, code)}
            label={text(name)}
            defaultValue={values[fieldName(number, code)] ?? ""}
            figures={counts ? "numeric" : "decimal"}
            invalid={t(counts ? "fill.wholeFigure" : "fill.plainFigure")}
            suffix={text(unit)}
            width="middle"
            required={required}
            maxLength={30}
            {...(hints.length > 0 && { hint: hints.join(" ") })}
          />
        );
      })}
    </>
  );
}
