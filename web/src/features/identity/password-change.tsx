import { useState } from "react";
import { useTranslation } from "react-i18next";
import { graphql } from "../../gql/index.ts";
import { atPassword } from "../../lib/problem.ts";
import { useAction } from "../../lib/use-action.ts";
import { PasswordField } from "../../ui/fields.tsx";
import { Form, Submit } from "../../ui/form.tsx";
import type { Values } from "../../ui/form-context.ts";
import { Notice } from "../../ui/notice.tsx";

const PasswordChangeChange = graphql(`
  mutation PasswordChangeChange($input: PasswordChangeInput!) {
    passwordChange(input: $input) { problems { code path } }
  }
`);

export function PasswordChange() {
  const { t } = useTranslation("identity");
  const change = useAction(PasswordChangeChange);
  const [changes, setChanges] = useState(0);
  const submit = async (values: Values) => {
    const input = { current: values["current"] ?? "", password: values["password"] ?? "" };
    if ((await change.run({ input })) !== null) setChanges(changes + 1);
  };
  return (
    <>
      {changes > 0 && <Notice tone="good" title={t("passwordChange.done")} />}
      <Form key={changes} onSubmit={submit} problems={atPassword(change.problems, "current")}>
        <PasswordField name="current" label={t("passwordChange.current")} autoComplete="current-password" />
        <PasswordField name="password" label={t("newPassword")} hint={t("passwordHint")} autoComplete="new-password" minLength={12} />
        <Submit busy={change.busy}>{t("passwordChange.act")}</Submit>
      </Form>
    </>
  );
}
