import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type FragmentType, graphql, useFragment } from "../../gql/index.ts";
import type { CaseDraftSaveInput, CaseDraftForm_CaseFragment as Case } from "../../gql/graphql.ts";
import { useFormat } from "../../lib/format.ts";
import type { Problem } from "../../lib/problem.ts";
import { CheckGroup, RadioField, TextAreaField, TextField } from "../../ui/fields.tsx";
import { Form, Submit } from "../../ui/form.tsx";
import type { Values } from "../../ui/form-context.ts";
import { CaseDraftEffect } from "./case-draft-effect.tsx";
import { mitigatedEffect } from "./mitigated-effect.ts";
import { capitalised } from "./sanction-words.ts";

const CaseDraftFormCase = graphql(`
  fragment CaseDraftForm_case on SanctionCase {
    charges { versionId code title }
    draft { outcome step months amount legalBasis mitigations upheld reasons }
    ladder {
      version mostStepsDown
      steps { code name enabled publishedDays legalBasisRequired months { least most } }
      mitigations { code name stepsDown publishedShare }
    }
  }
`);

export type Proposal = Omit<CaseDraftSaveInput, "id" | "revision">;

type Ladder = Case["ladder"];
type Reached = Ladder["steps"][number];

/** What is chosen so far, of which the rest of the form depends. */
interface Chosen {
  outcome: string;
  step: string;
  mitigations: readonly string[];
}

interface CaseDraftFormProps {
  of: FragmentType<typeof CaseDraftFormCase>;
  busy: boolean;
  problems: readonly Problem[];
  onSave: (proposal: Proposal) => unknown;
}

/** The draft of a decision; what speaks for the member shows its effect while one ticks it. */
export function CaseDraftForm({ of, busy, problems, onSave }: CaseDraftFormProps) {
  const { t } = useTranslation("supervision");
  const { text } = useFormat();
  const { charges, draft, ladder } = useFragment(CaseDraftFormCase, of);
  const before = writtenIn(draft);
  const [chosen, setChosen] = useState<Chosen>(before);
  const effect = chosen.outcome === "SANCTION" ? mitigatedEffect(ladder, chosen.step, chosen.mitigations) : null;
  const follow = ({ outcome = "", step = "" }: Values, form: HTMLFormElement) => setChosen({ outcome, step, mitigations: ticked(form, "mitigations") });
  return (
    <Form problems={problems} onSubmit={(values, form) => onSave(proposalOf(values, form, effect?.to ?? null))} onEdit={follow}>
      <CheckGroup
        name="upheld"
        label={t("draft.upheld")}
        hint={t("draft.upheldHint")}
        options={charges.map(({ code, title }) => ({ value: code, label: `${code} ${text(title)}` }))}
        checked={before.upheld}
      />
      <RadioField
        name="outcome"
        label={t("draft.outcome")}
        options={["SANCTION", "DISMISSED"].map((value) => ({ value, label: t(`draftOutcome.${value}`), hint: t(`draftOutcomeHint.${value}`) }))}
        defaultValue={before.outcome}
        required
      />
      {chosen.outcome === "SANCTION" && (
        <>
          <StepField ladder={ladder} chosen={before.step} />
          <MitigationField ladder={ladder} checked={before.mitigations} />
          {effect && <CaseDraftEffect of={effect} />}
          {effect && <TermFields of={effect.to} before={before} />}
        </>
      )}
      <TextAreaField name="reasons" label={t("draft.reasons")} hint={t("draft.reasonsHint")} maxLength={20_000} rows={8} defaultValue={before.reasons} required />
      <Submit busy={busy}>{t("draft.save")}</Submit>
    </Form>
  );
}

type Written = ReturnType<typeof writtenIn>;

/** What stands in the draft, as its fields show it; a new draft imposes something unless one says otherwise. */
const writtenIn = (draft: Case["draft"]) =>
  draft === null
    ? { outcome: "SANCTION", step: "", months: "", amount: "", legalBasis: "", mitigations: [], upheld: [], reasons: "" }
    : { ...draft, step: draft.step ?? "", months: String(draft.months ?? ""), amount: draft.amount ?? "", legalBasis: draft.legalBasis ?? "" };

/** The steps of the ladder, mildest first; what the association has switched off is shown as such. */
function StepField({ ladder, chosen }: { ladder: Ladder; chosen: string }) {
  const { t } = useTranslation("supervision");
  const { text } = useFormat();
  return (
    <RadioField
      name="step"
      label={t("draft.step")}
      hint={t("draft.stepHint")}
      options={ladder.steps.map(({ code, name, enabled, publishedDays, legalBasisRequired }) => ({
        value: code,
        label: capitalised(text(name)),
        disabled: !enabled,
        hint: enabled ? (publishedDays === 0 ? t("decision.notPublic") : t("draft.publicFor", { count: publishedDays })) : t(legalBasisRequired ? "draft.offBasis" : "draft.off"),
      }))}
      defaultValue={chosen}
      required
    />
  );
}

function MitigationField({ ladder: { mitigations, mostStepsDown }, checked }: { ladder: Ladder; checked: readonly string[] }) {
  const { t } = useTranslation("supervision");
  const { text, percent } = useFormat();
  const effectOf = ({ stepsDown, publishedShare }: Ladder["mitigations"][number]) =>
    stepsDown > 0 ? t("draft.stepsDown", { count: stepsDown }) : t("draft.share", { share: percent(publishedShare) });
  return (
    <CheckGroup
      name="mitigations"
      label={t("draft.mitigations")}
      hint={t("draft.mitigationsHint", { count: mostStepsDown ?? 0 })}
      options={mitigations.map((each) => ({ value: each.code, label: capitalised(text(each.name)), hint: effectOf(each) }))}
      checked={checked}
    />
  );
}

/** What the step that will be imposed asks for beside a clause. */
function TermFields({ of: { code, months, legalBasisRequired }, before }: { of: Reached; before: Written }) {
  const { t } = useTranslation("supervision");
  return (
    <>
      {months && (
        <TextField name="months" label={t("draft.months")} hint={t("draft.monthsHint", months)} figures="numeric" width="short" suffix={t("draft.monthsUnit")} defaultValue={before.months} required />
      )}
      {code === "MONETARY_PENALTY" && <TextField name="amount" label={t("draft.amount")} figures="decimal" width="short" defaultValue={before.amount} required />}
      {legalBasisRequired && <TextAreaField name="legalBasis" label={t("draft.legalBasis")} hint={t("draft.legalBasisHint")} maxLength={2000} rows={3} defaultValue={before.legalBasis} required />}
    </>
  );
}

const ticked = (form: HTMLFormElement, name: string): string[] => new FormData(form).getAll(name).map(String);

function proposalOf(values: Values, form: HTMLFormElement, reached: Reached | null): Proposal {
  const common = { outcome: values["outcome"] ?? "", upheld: ticked(form, "upheld"), reasons: values["reasons"] ?? "" };
  if (reached === null) return { ...common, step: null, months: null, amount: null, legalBasis: null, mitigations: [] };
  return {
    ...common,
    step: values["step"] ?? null,
    months: reached.months && Number(values["months"]),
    amount: values["amount"] ?? null,
    legalBasis: values["legalBasis"] ?? null,
    mitigations: ticked(form, "mitigations"),
  };
}
