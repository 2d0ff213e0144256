import { useSuspenseQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { graphql } from "../../gql/index.ts";
import type { AuditCalendar } from "../../gql/graphql.ts";
import { today, useFormat } from "../../lib/format.ts";
import { languageNames, languages } from "../../lib/language.ts";
import { useAction } from "../../lib/use-action.ts";
import { useSession } from "../../lib/use-session.ts";
import { RadioField, SelectField, TextField } from "../../ui/fields.tsx";
import { Form, Submit } from "../../ui/form.tsx";
import type { Values } from "../../ui/form-context.ts";
import { NotFound } from "../../ui/not-found.tsx";
import { Page } from "../../ui/page.tsx";

const MakePlanPageQuery = graphql(`
  query MakePlanPage {
    auditRuleSets { version title effectiveFrom rules { code } }
  }
`);
const MakePlanPageMake = graphql(`
  mutation MakePlanPageMake($input: AuditPlanMakeInput!) {
    auditPlanMake(input: $input) { auditPlan { id } problems { code path } }
  }
`);

const calendars = ["MONTHLY", "QUARTERLY", "YEARLY"] as const satisfies readonly AuditCalendar[];

export function MakePlanPage() {
  const { may } = useSession();
  return may("AUDIT_PLAN") ? <MakePlan /> : <NotFound />;
}

function MakePlan() {
  const { t } = useTranslation("supervision");
  const { text } = useFormat();
  const navigate = useNavigate();
  const { auditRuleSets } = useSuspenseQuery(MakePlanPageQuery).data;
  const inForce = auditRuleSets.filter(({ effectiveFrom }) => effectiveFrom <= today());
  const make = useAction(MakePlanPageMake, { creates: true });
  const submit = async (values: Values) => {
    const made = await make.run({ input: inputOf(values) });
    if (made !== null) await navigate("/audits");
  };
  return (
    <Page title={t("plan.make")} lead={t("plan.makeLead")} above={[{ to: "/audits", label: t("audits.title") }]}>
      <Form onSubmit={submit} problems={make.problems}>
        {languages.map((language) => (
          <TextField key={language} name={`title.${language}`} label={t("plan.titleIn", { language: languageNames[language] })} maxLength={120} required />
        ))}
        <SelectField
          name="ruleSetVersion"
          label={t("plan.ruleSet")}
          defaultValue={String(inForce[0]?.version ?? "")}
          options={inForce.map(({ version, title, rules }) => ({ value: String(version), label: t("plan.ruleSetOption", { title: text(title), count: rules.length }) }))}
          required
        />
        <RadioField
          name="calendar"
          label={t("plan.calendar")}
          options={calendars.map((calendar) => ({ value: calendar, label: t(`calendarName.${calendar}`), hint: t(`calendarHint.${calendar}`) }))}
          defaultValue="QUARTERLY"
          required
        />
        <TextField name="dueDay" label={t("plan.dueDay")} hint={t("plan.dueDayHint")} figures="numeric" pattern="[1-9]|1[0-9]|2[0-8]" invalid={t("plan.dueDayInvalid")} width="short" defaultValue="1" required />
        <Submit busy={make.busy}>{t("plan.make")}</Submit>
      </Form>
    </Page>
  );
}

const inputOf = (values: Values) => ({
  title: { "zh-Hant": values["title.zh-Hant"] ?? "", "zh-Hans": values["title.zh-Hans"] ?? "", en: values["title.en"] ?? "" },
  ruleSetVersion: Number(values["ruleSetVersion"]),
  calendar: calendars.find((calendar) => calendar === values["calendar"]) ?? "QUARTERLY",
  dueDay: Number(values["dueDay"]),
});
