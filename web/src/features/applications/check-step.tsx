import { useSuspenseQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { graphql } from "../../gql/index.ts";
import { useFormat } from "../../lib/format.ts";
import { useAction } from "../../lib/use-action.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { CheckAnswers } from "../../ui/facts.tsx";
import { CheckField, TextField } from "../../ui/fields.tsx";
import { Form, Submit } from "../../ui/form.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Section } from "../../ui/page.tsx";
import { Prose } from "../../ui/prose.tsx";
import { useStated } from "./given.tsx";
import type { Own } from "./own-data.ts";
import { StepPage } from "./step-page.tsx";

const CheckStepQuery = graphql(`query CheckStep { applicationTerms { declaration declarationDigest decisionDays } }`);
const CheckStepSubmit = graphql(`
  mutation CheckStepSubmit($input: ApplicationSubmitInput!) {
    applicationSubmit(input: $input) { application { id ...OwnApplication_application } problems { code path ... on DayProblem { day } } }
  }
`);

/** Everything once more, the declaration, and the hand-in. */
export function CheckStep({ own, token }: { own: Own; token: string }) {
  const { t } = useTranslation("applications");
  const stated = useStated();
  return (
    <StepPage step="check">
      <CheckAnswers of={stated(own)} />
      {own.missing.length > 0 ? (
        <Notice tone="wait" title={t("check.missing")}><div><ButtonLink to="/application">{t("check.toTasks")}</ButtonLink></div></Notice>
      ) : (
        <HandIn own={own} token={token} />
      )}
    </StepPage>
  );
}

function HandIn({ own, token }: { own: Own; token: string }) {
  const { t } = useTranslation("applications");
  const { text } = useFormat();
  const navigate = useNavigate();
  const { declaration, declarationDigest, decisionDays } = useSuspenseQuery(CheckStepQuery).data.applicationTerms;
  const submit = useAction(CheckStepSubmit, { refreshes: true });
  const handIn = async ({ consent, declarantName = "" }: { readonly consent?: string; readonly declarantName?: string }) => {
    const input = { token, revision: own.revision, consent: consent === "on", textDigest: declarationDigest, declarantName };
    if ((await submit.run({ input })) !== null) await navigate("/application");
  };
  return (
    <Section title={t("check.declaration")}>
      <Prose label={t("check.declaration")}><p>{text(declaration)}</p></Prose>
      <Form onSubmit={handIn} problems={submit.problems}>
        <CheckField name="consent" label={t("check.consent")} invalid={t("check.consentMissing")} required />
        <TextField name="declarantName" label={t("check.declarant")} hint={t("check.declarantHint")} maxLength={120} autoComplete="name" required />
        <p>{t("check.then", { days: decisionDays })}</p>
        <Submit busy={submit.busy} wide>{t(own.state === "RETURNED" ? "check.actAgain" : "check.act")}</Submit>
      </Form>
    </Section>
  );
}
