import { useTranslation } from "react-i18next";
import { graphql } from "../../gql/index.ts";
import { useAction } from "../../lib/use-action.ts";
import { Card } from "../../ui/card.tsx";
import { RadioField, TextAreaField } from "../../ui/fields.tsx";
import { Form, Submit } from "../../ui/form.tsx";

const DeclareInterestDeclare = graphql(`
  mutation DeclareInterestDeclare($input: PanelInterestDeclareInput!) { panelInterestDeclare(input: $input) { seat { userId interested } problems { code path } } }
`);

/** Asks whoever holds a seat, once, whether they have an interest in the matter. */
export function DeclareInterest({ id }: { id: string }) {
  const { t } = useTranslation("supervision");
  const declare = useAction(DeclareInterestDeclare, { refreshes: true });
  return (
    <Card title={t("declare.title")}>
      <p>{t("declare.what")}</p>
      <Form problems={declare.problems} onSubmit={({ interested = "", declaration = "" }) => declare.run({ input: { id, interested: interested === "YES", declaration } })}>
        <RadioField
          name="interested"
          label={t("declare.question")}
          options={[{ value: "NO", label: t("declare.NO") }, { value: "YES", label: t("declare.YES"), hint: t("declare.yesHint") }]}
          required
        />
        <TextAreaField name="declaration" label={t("declare.which")} hint={t("declare.whichHint")} maxLength={5000} rows={3} />
        <Submit busy={declare.busy}>{t("declare.act")}</Submit>
      </Form>
    </Card>
  );
}
