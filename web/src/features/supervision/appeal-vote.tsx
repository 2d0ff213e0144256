import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type FragmentType, graphql, useFragment } from "../../gql/index.ts";
import type { AppealVerdict, AppealVote_CaseFragment as Case } from "../../gql/graphql.ts";
import { useFormat } from "../../lib/format.ts";
import { useAction } from "../../lib/use-action.ts";
import { Card } from "../../ui/card.tsx";
import { RadioField, TextAreaField, TextField } from "../../ui/fields.tsx";
import { Form, Submit } from "../../ui/form.tsx";
import type { Values } from "../../ui/form-context.ts";
import { capitalised } from "./sanction-words.ts";

const AppealVoteCase = graphql(`
  fragment AppealVote_case on SanctionCase {
    decisions { id step months isOnAppeal }
    ladder { version steps { code name enabled months { least most } } }
  }
`);
const AppealVoteCast = graphql(`
  mutation AppealVoteCast($input: AppealVoteCastInput!) { appealVoteCast(input: $input) { appeal { id revision } problems { code path } } }
`);

const verdicts = ["UPHELD", "SET_ASIDE", "REDUCED"] as const satisfies readonly AppealVerdict[];

interface AppealVoteProps {
  id: string;
  revision: number;
  of: FragmentType<typeof AppealVoteCase>;
}

/** The vote of a panel member on an appeal: the decision stands, falls, or gives way to something milder. */
export function AppealVote({ id, revision, of }: AppealVoteProps) {
  const { t } = useTranslation("supervision");
  const about = useFragment(AppealVoteCase, of);
  const cast = useAction(AppealVoteCast, { refreshes: true });
  const [chosen, setChosen] = useState({ outcome: "", step: "" });
  const milder = milderSteps(about);
  const term = chosen.outcome === "REDUCED" ? milder.find(({ code }) => code === chosen.step)?.months : null;
  const submit = ({ outcome, step, months, reason = "" }: Values) =>
    cast.run({ input: { id, revision, reason, step: step ?? null, months: months === undefined ? null : Number(months), outcome: verdicts.find((each) => each === outcome) ?? "UPHELD" } });
  return (
    <Card title={t("vote.titleAppeal")}>
      <p>{t("vote.whatAppeal")}</p>
      <Form problems={cast.problems} onSubmit={submit} onEdit={({ outcome = "", step = "" }) => setChosen({ outcome, step })}>
        <RadioField
          name="outcome"
          label={t("vote.choice")}
          options={verdicts.filter((value) => value !== "REDUCED" || milder.length > 0).map((value) => ({ value, label: t(`verdict.${value}`), hint: t(`verdictHint.${value}`) }))}
          required
        />
        {chosen.outcome === "REDUCED" && <MilderField of={milder} />}
        {term && <TextField name="months" label={t("draft.months")} hint={t("draft.monthsHint", term)} figures="numeric" width="short" suffix={t("draft.monthsUnit")} required />}
        <TextAreaField name="reason" label={t("reason")} hint={t("vote.reasonHint")} maxLength={5000} rows={4} required />
        <Submit busy={cast.busy}>{t("vote.act")}</Submit>
      </Form>
    </Card>
  );
}

type Step = Case["ladder"]["steps"][number];

function MilderField({ of }: { of: readonly Step[] }) {
  const { t } = useTranslation("supervision");
  const { text } = useFormat();
  return <RadioField name="step" label={t("vote.milder")} hint={t("vote.milderHint")} options={of.map(({ code, name }) => ({ value: code, label: capitalised(text(name)) }))} required />;
}

/** The steps below the one imposed that can be imposed themselves, and that one too where its term can be made shorter. */
function milderSteps({ decisions, ladder: { steps } }: Case): Step[] {
  const appealed = decisions.find(({ isOnAppeal }) => !isOnAppeal);
  const place = steps.findIndex(({ code }) => code === appealed?.step);
  return steps.filter(({ enabled, months }, at) => enabled && (at < place || (at === place && months !== null && (appealed?.months ?? 0) > months.least)));
}
