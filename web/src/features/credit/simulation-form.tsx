import { useTranslation } from "react-i18next";
import type { CreditSimulationInput, EntryEffect, ProofLevel, Severity } from "../../gql/graphql.ts";
import { useFormat } from "../../lib/format.ts";
import type { Localized } from "../../lib/language.ts";
import { CheckGroup, SelectField, TextField } from "../../ui/fields.tsx";
import { Form, Submit } from "../../ui/form.tsx";
import { Columns } from "../../ui/stack.tsx";

interface SimulationFormProps {
  kinds: readonly { code: string; name: Localized; effect: EntryEffect }[];
  /** Entries that could be settled. */
  open: readonly { id: string; words: Localized }[];
  busy: boolean;
  onSuppose: (input: CreditSimulationInput) => void;
}

const severities = ["CRITICAL", "MAJOR", "MINOR"] as const satisfies readonly Severity[];
const proofs = ["VERIFIED", "DOCUMENT_BACKED", "SELF_DECLARED"] as const satisfies readonly ProofLevel[];

/** What is supposed: that open matters were settled, and that one thing more had happened. */
export function SimulationForm({ kinds, open, busy, onSuppose }: SimulationFormProps) {
  const { t } = useTranslation("credit");
  const { text } = useFormat();
  const weighing = kinds.filter(({ effect }) => effect !== "NOTES" && effect !== "SETTLES");
  const suppose = (values: Readonly<Record<string, string>>, form: HTMLFormElement) => {
    const settled = new FormData(form).getAll("settled").flatMap((value) => (typeof value === "string" ? [value] : []));
    const { kind, severity, value, proof } = values;
    const entry = {
      kind: kind ?? "", severity: severities.find((each) => each === severity) ?? null, value: value || null, proof: proofs.find((each) => each === proof) ?? ("VERIFIED" as const),
    };
    onSuppose({ settled, entries: kind ? [entry] : [] });
  };
  return (
    <Form onSubmit={suppose}>
      {open.length > 0 && <CheckGroup name="settled" label={t("simulation.settled")} options={open.map(({ id, words }) => ({ value: id, label: text(words) }))} />}
      <SelectField name="kind" label={t("simulation.kind")} hint={t("simulation.kindHint")} options={weighing.map(({ code, name }) => ({ value: code, label: text(name) }))} />
      <Columns>
        <SelectField name="severity" label={t("simulation.severity")} options={severities.map((each) => ({ value: each, label: t(`severity.${each}`) }))} />
        <TextField name="value" label={t("simulation.value")} hint={t("simulation.valueHint")} figures="decimal" width="short" />
        <SelectField name="proof" label={t("simulation.proof")} defaultValue="VERIFIED" options={proofs.map((each) => ({ value: each, label: t(`proof.${each}`) }))} />
      </Columns>
      <Submit busy={busy}>{t("simulation.suppose")}</Submit>
    </Form>
  );
}
