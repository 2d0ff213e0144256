import { useSuspenseQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { graphql } from "../../gql/index.ts";
import type { PublishPledgePageQuery } from "../../gql/graphql.ts";
import { today } from "../../lib/format.ts";
import { languageNames, languages } from "../../lib/language.ts";
import { useAction } from "../../lib/use-action.ts";
import { useSession } from "../../lib/use-session.ts";
import { TextAreaField, TextField } from "../../ui/fields.tsx";
import { Form, Submit } from "../../ui/form.tsx";
import type { Values } from "../../ui/form-context.ts";
import { NotFound } from "../../ui/not-found.tsx";
import { Page, Section } from "../../ui/page.tsx";
import { localizedFrom, LocalizedField } from "../../ui/localized-field.tsx";
import { clauseFrom, linesOf } from "./pledge-form.ts";

const PublishPledgePageDocument = graphql(`
  query PublishPledgePage {
    pledgeLast { id number title preamble consent clauses { code title duty prohibited checkedBy } }
  }
`);
const PublishPledge = graphql(`
  mutation PublishPledge($input: PledgePublishInput!) {
    pledgePublish(input: $input) { pledge { id } problems { code path ... on RuleProblem { article } } }
  }
`);

type Clause = NonNullable<PublishPledgePageQuery["pledgeLast"]>["clauses"][number];

export function PublishPledgePage() {
  const { may } = useSession();
  return may("PLEDGE_PUBLISH") ? <PublishForm /> : <NotFound />;
}

/** The next version of the pledge, begun with the words of the last one. */
function PublishForm() {
  const { t } = useTranslation("norms");
  const navigate = useNavigate();
  const { pledgeLast: pledge } = useSuspenseQuery(PublishPledgePageDocument).data;
  const publish = useAction(PublishPledge, { creates: true });
  const clauses: readonly (Clause | null)[] = [...(pledge?.clauses ?? []), null];
  const submit = async (values: Values) => {
    const published = await publish.run({
      input: {
        title: localizedFrom(values, "title"), preamble: localizedFrom(values, "preamble"), consent: localizedFrom(values, "consent"),
        clauses: clauses.flatMap((clause, place) => clauseFrom(values, `clauses.${place}`, clause?.code ?? null) ?? []),
        inForceOn: values["inForceOn"] ?? "", signBy: values["signBy"] ?? "",
      },
    });
    if (published !== null) await navigate("/pledge-board");
  };
  return (
    <Page title={t("publish.title")} lead={t("publish.lead")} above={[{ to: "/pledge-board", label: t("board.title") }]}>
      <Form onSubmit={submit} problems={publish.problems}>
        <LocalizedField name="title" label={t("edit.versionTitle")} {...(pledge && { value: pledge.title })} maxLength={200} />
        <LocalizedField name="preamble" label={t("edit.preamble")} {...(pledge && { value: pledge.preamble })} maxLength={4000} isLong />
        {clauses.map((clause, place) => (
          <ClauseFields key={clause?.code ?? "new"} clause={clause} name={`clauses.${place}`} />
        ))}
        <LocalizedField name="consent" label={t("publish.consent")} {...(pledge && { value: pledge.consent })} maxLength={4000} isLong />
        <TextField name="inForceOn" type="date" label={t("publish.inForceOn")} min={today()} width="middle" required />
        <TextField name="signBy" type="date" label={t("publish.signBy")} min={today()} width="middle" required />
        <Submit busy={publish.busy}>{t("publish.act")}</Submit>
      </Form>
    </Page>
  );
}

function ClauseFields({ clause, name }: { clause: Clause | null; name: string }) {
  const { t } = useTranslation("norms");
  return (
    <Section title={clause ? t("publish.clause", { code: clause.code }) : t("publish.newClause")}>
      {languages.map((language) => {
        const inLanguage = (field: string) => t("edit.in", { field, language: languageNames[language] });
        return (
          <div key={language}>
            <TextField name={`${name}.title.${language}`} label={inLanguage(t("publish.clauseTitle"))} defaultValue={clause?.title[language] ?? ""} maxLength={200} />
            <TextAreaField name={`${name}.duty.${language}`} label={inLanguage(t("publish.duty"))} defaultValue={clause?.duty[language] ?? ""} rows={2} />
            <TextAreaField name={`${name}.prohibited.${language}`} label={inLanguage(t("publish.prohibited"))} hint={t("publish.lines")} defaultValue={linesOf(clause?.prohibited ?? [], language)} rows={2} />
            <TextAreaField name={`${name}.checkedBy.${language}`} label={inLanguage(t("publish.checkedBy"))} defaultValue={clause?.checkedBy[language] ?? ""} rows={2} />
          </div>
        );
      })}
    </Section>
  );
}
