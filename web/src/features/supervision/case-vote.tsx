import { useTranslation } from "react-i18next";
import { graphql } from "../../gql/index.ts";
import type { CaseChoice } from "../../gql/graphql.ts";
import { useAction } from "../../lib/use-action.ts";
import { Card } from "../../ui/card.tsx";
import { RadioField, TextAreaField } from "../../ui/fields.tsx";
import { Form, Submit } from "../../ui/form.tsx";

const CaseVoteCast = graphql(`
  mutation CaseVoteCast($input: CaseVoteCastInput!) { caseVoteCast(input: $input) { case { id revision } problems { code path } } }
`);

const choices = ["IMPOSE", "DISMISS", "RETURN"] as const satisfies readonly CaseChoice[];

/** The vote of a panel member on the draft as it stands. */
export function CaseVote({ id, revision }: { id: string; revision: number }) {
  const { t } = useTranslation("supervision");
  const cast = useAction(CaseVoteCast, { refreshes: true });
  return (
    <Card title={t("vote.title")}>
      <p>{t("vote.what")}</p>
      <Form
        problems={cast.problems}
        onSubmit={({ choice, reason = "" }) => cast.run({ input: { id, revision, reason, choice: choices.find((each) => each === choice) ?? "RETURN" } })}
      >
        <RadioField name="choice" label={t("vote.choice")} options={choices.map((value) => ({ value, label: t(`caseChoice.${value}`), hint: t(`caseChoiceHint.${value}`) }))} required />
        <TextAreaField name="reason" label={t("reason")} hint={t("vote.reasonHint")} maxLength={5000} rows={4} required />
        <Submit busy={cast.busy}>{t("vote.act")}</Submit>
      </Form>
    </Card>
  );
}
