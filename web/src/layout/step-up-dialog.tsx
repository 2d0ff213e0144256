import { useSuspenseQuery } from "@apollo/client/react";
import { Suspense } from "react";
import { useTranslation } from "react-i18next";
import { graphql } from "../gql/index.ts";
import { atPassword } from "../lib/problem.ts";
import { useStepUpQuestion } from "../lib/step-up.ts";
import { useAction } from "../lib/use-action.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { PasswordField, TextField } from "../ui/fields.tsx";
import { Form, Submit } from "../ui/form.tsx";
import { Notice } from "../ui/notice.tsx";
import { Row } from "../ui/stack.tsx";

const StepUpDialogQuery = graphql(`
  query StepUpDialog {
    viewer { id totpEnrolled demoHint { password code } }
  }
`);
const StepUpDialogConfirm = graphql(`
  mutation StepUpDialogConfirm($input: StepUpInput!) {
    stepUp(input: $input) { problems { code path } }
  }
`);

/** Before a grave act the person confirms that it is them; the act then goes on by itself. */
export function StepUpDialog() {
  const { t } = useTranslation("ui");
  const answer = useStepUpQuestion();
  if (answer === null) return null;
  return (
    <Dialog title={t("stepUp.title")} onClose={() => answer(false)}>
      <Suspense>
        <StepUpForm answer={answer} />
      </Suspense>
    </Dialog>
  );
}

function StepUpForm({ answer }: { answer: (granted: boolean) => void }) {
  const { t } = useTranslation("ui");
  const { viewer } = useSuspenseQuery(StepUpDialogQuery, { fetchPolicy: "network-only" }).data;
  const confirm = useAction(StepUpDialogConfirm);
  const submit = async (values: Record<string, string>) => {
    const input = { password: values["password"] ?? "", code: values["code"] || null };
    if ((await confirm.run({ input })) !== null) answer(true);
  };
  return (
    <Form onSubmit={submit} problems={atPassword(confirm.problems, "password", viewer?.totpEnrolled)}>
      <p>{t("stepUp.why")}</p>
      {viewer?.demoHint && (
        <Notice title={t("stepUp.demo")}>
          {t("stepUp.demoPassword")} <code>{viewer.demoHint.password}</code>
          {viewer.demoHint.code && (
            <>
              {" "}
              {t("stepUp.demoCode")} <code>{viewer.demoHint.code}</code>
            </>
          )}
        </Notice>
      )}
      <PasswordField name="password" label={t("stepUp.password")} autoComplete="current-password" takesFocus />
      {viewer?.totpEnrolled && (
        <TextField name="code" label={t("stepUp.code")} hint={t("stepUp.codeHint")} autoComplete="one-time-code" width="short" required />
      )}
      <Row>
        <Submit busy={confirm.busy}>{t("stepUp.confirm")}</Submit>
        <Button onClick={() => answer(false)}>{t("cancel")}</Button>
      </Row>
    </Form>
  );
}
