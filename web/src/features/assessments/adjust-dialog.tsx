import { useState } from "react";
import { useTranslation } from "react-i18next";
import { graphql } from "../../gql/index.ts";
import type { ProofLevel } from "../../gql/graphql.ts";
import { useFormat } from "../../lib/format.ts";
import { isConflict } from "../../lib/problem.ts";
import { useAction } from "../../lib/use-action.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { RadioField, TextAreaField, TextField } from "../../ui/fields.tsx";
import type { Values } from "../../ui/form-context.ts";
import { Form, Submit } from "../../ui/form.tsx";
import { Row } from "../../ui/stack.tsx";
import { fieldName, isWhole } from "./group-values.ts";
import type { ReviewAssessment, ReviewedAnswer, ReviewIndicator } from "./review-data.ts";
import { StaleNotice } from "./stale-notice.tsx";

// The revision comes with the page alone, so that it never runs ahead of what the officer sees.
const AdjustDialogAdjust = graphql(`
  mutation AdjustDialogAdjust($id: ID!, $input: AssessmentAdjustInput!) {
    assessmentAdjust(id: $id, input: $input) { assessment { id } problems { code path } }
  }
`);

interface AdjustDialogProps {
  assessment: Pick<ReviewAssessment, "id" | "revision">;
  indicator: ReviewIndicator;
  answer: ReviewedAnswer;
  onClose: () => void;
}

const proofs: readonly ProofLevel[] = ["SELF_DECLARED", "DOCUMENT_BACKED", "VERIFIED"];

/**
 * Other figures or another proof for one answer, with the reason; the member's own stay beside them. When the answer has changed
 * meanwhile, the fields that were typed into keep it and the others show what stands.
 */
export function AdjustDialog({ assessment: { id, revision }, indicator, answer, onClose }: AdjustDialogProps) {
  const { t } = useTranslation("assessments");
  const { text } = useFormat();
  const adjust = useAction(AdjustDialogAdjust, { refreshes: true });
  const inForce = answer.adjustedInputs.length > 0 ? answer.adjustedInputs : answer.inputs;
  const standing = (code: string) => inForce.find((input) => input.code === code)?.value ?? "";
  const [typed, setTyped] = useState<Values>({});
  const isStale = adjust.problems.some(isConflict);
  const nowInForce = (name: string, value: string) => (isStale && typed[name] !== undefined ? [t("adjust.inForce", { value })] : []);

  const offered = { ...Object.fromEntries(indicator.inputs.map(({ code }) => [fieldName(indicator.number, code), standing(code)])), proof: answer.proof };

  const send = async (values: Values) => {
    const inputs = indicator.inputs.map(({ code }) => ({ code, value: values[fieldName(indicator.number, code)] || null }));
    const changed = inputs.some(({ code, value }) => (value ?? "") !== standing(code));
    const proof = proofs.find((one) => one === values["proof"]) ?? answer.proof;
    const input = { revision, indicator: indicator.number, inputs: changed ? inputs : null, proof: proof === answer.proof ? null : proof, reason: values["reason"] ?? "" };
    const { problems } = await adjust.attempt({ id, input });
    if (problems.length === 0) onClose();
    else if (problems.some(isConflict)) setTyped(typedOver(offered, values));
  };
  return (
    <Dialog title={t("adjust.title", { indicator: `${indicator.number} ${text(indicator.name)}` })} onClose={onClose}>
      <p>{t("adjust.lead")}</p>
      <Form onSubmit={send} problems={adjust.problems.filter((problem) => !isConflict(problem))}>
        {indicator.inputs.map(({ code, name, unit, type, required }) => {
          const field = fieldName(indicator.number, code);
          const value = typed[field] ?? standing(code);
          const own = t("adjust.own", { value: answer.inputs.find((input) => input.code === code)?.value ?? t("blank") });
          return (
            <TextField
              key={`${code} ${value}`}
              name={field}
              label={text(name)}
              hint={[own, ...nowInForce(field, standing(code) || t("blank"))].join(" · ")}
              defaultValue={value}
              figures={isWhole({ type }) ? "numeric" : "decimal"}
              invalid={t(isWhole({ type }) ? "fill.wholeFigure" : "fill.plainFigure")}
              suffix={text(unit)}
              width="middle"
              required={required}
            />
          );
        })}
        <RadioField
          key={typed["proof"] ?? answer.proof}
          name="proof"
          label={t("proof.title")}
          hint={nowInForce("proof", t(`proof.${answer.proof}`))[0]}
          defaultValue={typed["proof"] ?? answer.proof}
          options={proofs.filter((proof) => proof !== "DOCUMENT_BACKED" || answer.evidence.length > 0 || answer.proof === proof).map((proof) => ({ value: proof, label: t(`proof.${proof}`), hint: t(`proof.hint.${proof}`) }))}
        />
        <TextAreaField name="reason" label={t("adjust.reason")} hint={t("adjust.reasonHint")} maxLength={1000} rows={3} required />
        <StaleNotice of={adjust.problems} />
        <Row>
          <Submit busy={adjust.busy}>{t("review.adjust")}</Submit>
          <Button onClick={onClose}>{t("cancel")}</Button>
        </Row>
      </Form>
    </Dialog>
  );
}

/** What was typed beyond what the fields were offered with. */
const typedOver = (offered: Values, values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([name, value]) => name in offered && offered[name] !== value));
