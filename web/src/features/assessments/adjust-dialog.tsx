import { useTranslation } from "react-i18next";
import { graphql } from "../../gql/index.ts";
import type { ProofLevel } from "../../gql/graphql.ts";
import { useFormat } from "../../lib/format.ts";
import { useAction } from "../../lib/use-action.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { RadioField, TextAreaField, TextField } from "../../ui/fields.tsx";
import type { Values } from "../../ui/form-context.ts";
import { Form, Submit } from "../../ui/form.tsx";
import { Row } from "../../ui/stack.tsx";
import { fieldName } from "./group-values.ts";
import type { ReviewedAnswer, ReviewIndicator } from "./review-data.ts";

const AdjustDialogAdjust = graphql(`
  mutation AdjustDialogAdjust($id: ID!, $input: AssessmentAdjustInput!) {
    assessmentAdjust(id: $id, input: $input) { assessment { id revision } problems { code path } }
  }
`);

interface AdjustDialogProps {
  assessmentId: string;
  indicator: ReviewIndicator;
  answer: ReviewedAnswer;
  onClose: () => void;
}

const proofs: readonly ProofLevel[] = ["SELF_DECLARED", "DOCUMENT_BACKED", "VERIFIED"];

/** Other figures or another proof for one answer, with the reason; the member's own stay beside them. */
export function AdjustDialog({ assessmentId, indicator, answer, onClose }: AdjustDialogProps) {
  const { t } = useTranslation("assessments");
  const { text } = useFormat();
  const adjust = useAction(AdjustDialogAdjust, { refreshes: true });
  const inForce = answer.adjustedInputs.length > 0 ? answer.adjustedInputs : answer.inputs;
  const standing = (code: string) => inForce.find((input) => input.code === code)?.value ?? "";

  const send = async (values: Values) => {
    const inputs = indicator.inputs.map(({ code }) => ({ code, value: values[fieldName(indicator.number, code)] || null }));
    const changed = inputs.some(({ code, value }) => (value ?? "") !== standing(code));
    const proof = proofs.find((one) => one === values["proof"]) ?? answer.proof;
    const input = { indicator: indicator.number, inputs: changed ? inputs : null, proof: proof === answer.proof ? null : proof, reason: values["reason"] ?? "" };
    if ((await adjust.run({ id: assessmentId, input })) !== null) onClose();
  };
  return (
    <Dialog title={t("adjust.title", { indicator: `${indicator.number} ${text(indicator.name)}` })} onClose={onClose}>
      <p>{t("adjust.lead")}</p>
      <Form onSubmit={send} problems={adjust.problems}>
        {indicator.inputs.map(({ code, name, unit, type, required }) => (
          <TextField
            key={code}
            name={fieldName(indicator.number, code)}
            label={text(name)}
            hint={t("adjust.own", { value: answer.inputs.find((input) => input.code === code)?.value ?? t("blank") })}
            defaultValue={standing(code)}
            figures={type === "COUNT" || type === "MONTHS" ? "numeric" : "decimal"}
            suffix={text(unit)}
            width="middle"
            required={required}
          />
        ))}
        <RadioField
          name="proof"
          label={t("proof.title")}
          defaultValue={answer.proof}
          options={proofs.filter((proof) => proof !== "DOCUMENT_BACKED" || answer.evidence.length > 0 || answer.proof === proof).map((proof) => ({ value: proof, label: t(`proof.${proof}`), hint: t(`proof.hint.${proof}`) }))}
        />
        <TextAreaField name="reason" label={t("adjust.reason")} hint={t("adjust.reasonHint")} maxLength={1000} rows={3} required />
        <Row>
          <Submit busy={adjust.busy}>{t("review.adjust")}</Submit>
          <Button onClick={onClose}>{t("cancel")}</Button>
        </Row>
      </Form>
    </Dialog>
  );
}
