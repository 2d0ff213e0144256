import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Problem } from "../../lib/problem.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { PasswordField } from "../../ui/fields.tsx";
import { Form, Submit } from "../../ui/form.tsx";
import type { Values } from "../../ui/form-context.ts";
import { Page } from "../../ui/page.tsx";

interface ByLinkProps {
  /** Whose texts it speaks: of somebody new, or of somebody who lost their way in. */
  words: "invitation" | "renewal";
  action: { busy: boolean; problems: readonly Problem[] };
  /** Answers null when it did not happen. */
  onAccept: (values: Values) => Promise<unknown>;
  /** What is asked besides a new password. */
  children?: ReactNode;
}

/** Where a link from somebody else leads: a password is chosen, and the next step is to sign in with it. */
export function ByLink({ words, action, onAccept, children }: ByLinkProps) {
  const { t } = useTranslation("identity");
  const [isAccepted, setAccepted] = useState(false);
  if (isAccepted)
    return (
      <Page title={t(`${words}.welcome`)} lead={t(`${words}.next`)}>
        <div>
          <ButtonLink to="/sign-in" kind="main">
            {t("signIn.act")}
          </ButtonLink>
        </div>
      </Page>
    );
  return (
    <Page title={t(`${words}.title`)} lead={t(`${words}.lead`)}>
      <Form onSubmit={async (values) => setAccepted((await onAccept(values)) !== null)} problems={action.problems}>
        {children}
        <PasswordField name="password" label={t("newPassword")} hint={t("passwordHint")} autoComplete="new-password" minLength={12} />
        <Submit busy={action.busy}>{t(`${words}.act`)}</Submit>
      </Form>
    </Page>
  );
}
