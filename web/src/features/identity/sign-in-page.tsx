import { useApolloClient } from "@apollo/client/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate, useSearchParams } from "react-router";
import { graphql } from "../../gql/index.ts";
import { holdsCopies, sessionEnd } from "../../lib/session-end.ts";
import { useAction } from "../../lib/use-action.ts";
import { PasswordField, TextField } from "../../ui/fields.tsx";
import { Form, Submit } from "../../ui/form.tsx";
import type { Values } from "../../ui/form-context.ts";
import { Notice } from "../../ui/notice.tsx";
import { Page } from "../../ui/page.tsx";
import { DemoPersons } from "./demo-persons.tsx";
import { useEntrance } from "./entrance.ts";

const SignInPageSignIn = graphql(`
  mutation SignInPageSignIn($input: SignInInput!) {
    signIn(input: $input) { problems { code path } }
  }
`);

export function SignInPage() {
  const { t } = useTranslation("identity");
  const enter = useWayIn();
  const entrance = useEntrance();
  const signIn = useAction(SignInPageSignIn);
  const [wantsCode, setWantsCode] = useState(false);
  if (!wantsCode && signIn.problems.some(({ code }) => code === "TOTP_REQUIRED")) setWantsCode(true);

  const submit = async (values: Values) => {
    const input = { email: values["email"] ?? "", password: values["password"] ?? "", code: values["code"] || null };
    if ((await signIn.run({ input })) !== null) await enter();
  };
  return (
    <Page title={t(entrance ? `signIn.entrance.${entrance.name}.title` : "signIn.title")} lead={t(entrance ? `signIn.entrance.${entrance.name}.lead` : "signIn.lead")}>
      {sessionEnd.isNoted() && <Notice tone="wait" title={t("signIn.ended")}>{holdsCopies() ? t("signIn.kept") : undefined}</Notice>}
      <Form onSubmit={submit} problems={signIn.problems.filter(({ code }) => code !== "TOTP_REQUIRED")}>
        <TextField name="email" type="email" label={t("email")} autoComplete="username" required />
        <PasswordField name="password" label={t("password")} autoComplete="current-password" />
        {wantsCode && (
          <TextField name="code" label={t("code")} hint={t("codeHint")} autoComplete="one-time-code" width="short" required takesFocus />
        )}
        <Submit busy={signIn.busy} wide>
          {t("signIn.act")}
        </Submit>
      </Form>
      <p>
        <small>{t("signIn.lost")}</small>
      </p>
      <p>
        <Link to="/apply">{t("signIn.apply")}</Link>
      </p>
      <DemoPersons first={entrance?.roles ?? []} onSignedIn={enter} />
    </Page>
  );
}

/** Forgets what the stranger saw and goes on to the page that was wanted. */
function useWayIn() {
  const client = useApolloClient();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const wanted = search.get("return") ?? "/";
  return async () => {
    sessionEnd.forget();
    await client.clearStore();
    await navigate(/^\/(?!\/)/.test(wanted) ? wanted : "/", { replace: true });
  };
}
