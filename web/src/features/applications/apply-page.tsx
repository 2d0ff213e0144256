import { useSuspenseQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { graphql } from "../../gql/index.ts";
import { contractLanguages, type Language, languages, type Localized } from "../../lib/language.ts";
import { useAction } from "../../lib/use-action.ts";
import { TextField } from "../../ui/fields.tsx";
import { Form, Submit } from "../../ui/form.tsx";
import { Page, Section } from "../../ui/page.tsx";

const ApplyPageQuery = graphql(`query ApplyPage { applicationTerms { decisionDays draftDays } }`);
const ApplyPageBegin = graphql(`
  mutation ApplyPageBegin($input: ApplicationBeginInput!) {
    applicationBegin(input: $input) { application { id } link problems { code path } }
  }
`);

/** The way into the association: what is needed, what happens then, and a beginning. */
export function ApplyPage() {
  const { t, i18n } = useTranslation("applications");
  const navigate = useNavigate();
  const { applicationTerms } = useSuspenseQuery(ApplyPageQuery).data;
  const begin = useAction(ApplyPageBegin);
  const language = i18n.language as Language;
  const onBegin = async ({ name = "" }: { readonly name?: string }) => {
    const named = Object.fromEntries(languages.map((each) => [each, each === language ? name : ""])) as Localized;
    const data = await begin.run({ input: { name: named, language: contractLanguages[language] } });
    const token = data?.applicationBegin.link?.split("#")[1];
    if (token !== undefined) await navigate("/application", { state: { token } });
  };
  return (
    <Page title={t("apply.title")} lead={t("apply.lead", { days: applicationTerms.decisionDays })}>
      <Section title={t("apply.needed")}>
        <ul>
          {(["code", "scope", "sites", "licence", "contact"] as const).map((item) => <li key={item}>{t(`apply.need.${item}`)}</li>)}
        </ul>
      </Section>
      <Section title={t("apply.begin")}>
        <Form onSubmit={onBegin} problems={begin.problems}>
          <TextField name="name" label={t("name.title")} hint={t("apply.nameHint")} maxLength={200} autoComplete="organization" required />
          <Submit busy={begin.busy} wide>{t("apply.act")}</Submit>
        </Form>
        <p><small>{t("apply.kept", { days: applicationTerms.draftDays })}</small></p>
      </Section>
    </Page>
  );
}
