import { useTranslation } from "react-i18next";
import { graphql, useFragment, type FragmentType } from "../../gql/index.ts";
import { useFormat } from "../../lib/format.ts";
import { useAction } from "../../lib/use-action.ts";
import { TextAreaField } from "../../ui/fields.tsx";
import { FormDialog } from "../../ui/form-dialog.tsx";
import { Section } from "../../ui/page.tsx";
import { Row } from "../../ui/stack.tsx";
import { nameFrom, NameFields, nameIn } from "./names.tsx";

const ApplicationActsFields = graphql(`
  fragment ApplicationActs_application on Application {
    id revision name
    formerMemberships { from }
    mayReturn: viewerMay(act: APPLICATION_REVIEW)
    mayDecide: viewerMay(act: APPLICATION_DECIDE)
  }
`);
const ApplicationActsReturn = graphql(`
  mutation ApplicationActsReturn($id: ID!, $input: ApplicationReturnInput!) { applicationReturn(id: $id, input: $input) { application { id state } problems { code path } } }
`);
const ApplicationActsRefuse = graphql(`
  mutation ApplicationActsRefuse($id: ID!, $input: ApplicationRefuseInput!) { applicationRefuse(id: $id, input: $input) { application { id state } problems { code path } } }
`);
const ApplicationActsAdmit = graphql(`
  mutation ApplicationActsAdmit($id: ID!, $input: ApplicationAdmitInput!) { applicationAdmit(id: $id, input: $input) { application { id state } problems { code path ... on DayProblem { day } } } }
`);

/** What an officer decides on an application that lies with the association. */
export function ApplicationActs({ of }: { of: FragmentType<typeof ApplicationActsFields> }) {
  const { t } = useTranslation("applications");
  const { text } = useFormat();
  const { id, revision, name, formerMemberships, mayReturn, mayDecide } = useFragment(ApplicationActsFields, of);
  const giveBack = useAction(ApplicationActsReturn, { refreshes: true });
  const refuse = useAction(ApplicationActsRefuse, { refreshes: true });
  const admit = useAction(ApplicationActsAdmit, { refreshes: true });
  const firm = nameIn(name, text(name));
  if (!mayReturn && !mayDecide) return null;
  return (
    <Section title={t("decide.title")} screenOnly>
      <Row>
        {mayDecide && (
          <FormDialog act={t("decide.admit.act")} title={t("decide.admit.title", { name: firm })} action={admit} onSubmit={(values) => admit.run({ id, input: { revision, name: nameFrom(values) } })}>
            <p>{t("decide.admit.what")}</p>
            {formerMemberships.length > 0 && <p>{t("decide.admit.anew")}</p>}
            <NameFields of={name} all />
          </FormDialog>
        )}
        {mayReturn && (
          <FormDialog act={t("decide.return.act")} title={t("decide.return.title")} action={giveBack} onSubmit={({ reason = "" }) => giveBack.run({ id, input: { revision, reason } })}>
            <p>{t("decide.return.what")}</p>
            <TextAreaField name="reason" label={t("decide.return.reason")} hint={t("decide.hint")} maxLength={4000} required />
          </FormDialog>
        )}
        {mayDecide && (
          <FormDialog act={t("decide.refuse.act")} title={t("decide.refuse.title", { name: firm })} action={refuse} onSubmit={({ reason = "" }) => refuse.run({ id, input: { revision, reason } })}>
            <p>{t("decide.refuse.what")}</p>
            <TextAreaField name="reason" label={t("decide.refuse.reason")} hint={t("decide.hint")} maxLength={4000} required />
          </FormDialog>
        )}
      </Row>
    </Section>
  );
}
