import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { graphql } from "../../gql/index.ts";
import { useAction } from "../../lib/use-action.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { PasswordField, TextField } from "../../ui/fields.tsx";
import { Form, Submit } from "../../ui/form.tsx";
import type { Values } from "../../ui/form-context.ts";
import { Page } from "../../ui/page.tsx";

const InvitationPageAccept = graphql(`
  mutation InvitationPageAccept($input: InvitationAcceptInput!) {
    invitationAccept(input: $input) { problems { code path } }
  }
`);

export function InvitationPage() {
  const { t } = useTranslation("identity");
  const { token = "" } = useParams();
  const accept = useAction(InvitationPageAccept);
  const [isAccepted, setAccepted] = useState(false);

  const submit = async (values: Values) => {
    const input = { token, name: values["name"] ?? "", password: values["password"] ?? "" };
    setAccepted((await accept.run({ input })) !== null);
  };
  if (isAccepted)
    return (
      <Page title={t("invitation.welcome")} lead={t("invitation.next")}>
        <div>
          <ButtonLink to="/sign-in" kind="main">
            {t("signIn.act")}
          </ButtonLink>
        </div>
      </Page>
    );
  return (
    <Page title={t("invitation.title")} lead={t("invitation.lead")}>
      <Form onSubmit={submit} problems={accept.problems}>
        <TextField name="name" label={t("name")} hint={t("nameHint")} autoComplete="name" maxLength={200} required />
        <PasswordField name="password" label={t("newPassword")} hint={t("passwordHint")} autoComplete="new-password" minLength={12} />
        <Submit busy={accept.busy}>{t("invitation.act")}</Submit>
      </Form>
    </Page>
  );
}
