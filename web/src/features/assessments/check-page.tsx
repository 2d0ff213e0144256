import { useSuspenseQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { useNavigate, useParams } from "react-router";
import { graphql } from "../../gql/index.ts";
import type { CheckPageQuery as Data } from "../../gql/graphql.ts";
import { useFormat } from "../../lib/format.ts";
import { useAction } from "../../lib/use-action.ts";
import { useSession } from "../../lib/use-session.ts";
import { CheckAnswers } from "../../ui/facts.tsx";
import { CheckField, TextField } from "../../ui/fields.tsx";
import { Form, Submit } from "../../ui/form.tsx";
import { Named } from "../../ui/named.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page, Section } from "../../ui/page.tsx";
import { FieldNames, type NameField } from "../../ui/field-names.ts";
import { useSentence } from "../../ui/sentence.ts";
import { Stack } from "../../ui/stack.tsx";
import { AnswerInWords } from "./answer-in-words.tsx";
import { useFieldNames } from "./field-names.ts";
import { HandedIn } from "./handed-in.tsx";
import { UnstoredParts } from "./unstored-parts.tsx";
import { usePeriod } from "../../lib/use-period.ts";

const CheckPageQuery = graphql(`
  query CheckPage($id: ID!) {
    assessment(id: $id) {
      id revision state submittedAt confirmedAt
      period { code }
      mayFill: viewerMay(act: ASSESSMENT_FILL)
      maySubmit: viewerMay(act: ASSESSMENT_SUBMIT)
      scheme { groups { number name } indicators { number name group unit inputs { code name unit } } }
      answers { indicator inputs { code value } adjustedInputs { code value } notApplicableReason proof evidence { id } }
      tasks { group state problems { code path against } }
      preview { indicators { indicator state value } }
    }
  }
`);
const CheckPageSubmit = graphql(`
  mutation CheckPageSubmit($id: ID!, $input: AssessmentSubmitInput!) {
    assessmentSubmit(id: $id, input: $input) { assessment { id state revision receiptNumber submittedAt } problems { code path } }
  }
`);

type Assessment = NonNullable<Data["assessment"]>;

/** Every answer once more, then the declaration. */
export function CheckPage() {
  const { t } = useTranslation("assessments");
  const { text } = useFormat();
  const period = usePeriod();
  const { id = "" } = useParams();
  const { assessment } = useSuspenseQuery(CheckPageQuery, { variables: { id }, fetchPolicy: "network-only" }).data;
  if (!assessment?.mayFill) return <HandedIn of={assessment} />;
  const { scheme, answers, preview, tasks } = assessment;
  const isReady = tasks.every(({ state }) => state === "COMPLETE");
  const above = [{ to: "/assessments", label: t("list.title") }, { to: `/assessments/${id}`, label: t("hub.title", { period: period(assessment.period.code) }) }];
  return (
    <Page title={t("check.title")} lead={t("check.lead")} above={above}>
      <UnstoredParts of={assessment} />
      {!isReady && <Missing of={assessment} />}
      {scheme.groups.map((group) => (
        <Section key={group.number} title={text(group.name)}>
          <CheckAnswers
            of={scheme.indicators.filter((indicator) => indicator.group === group.number).map((indicator) => ({
              label: `${indicator.number} ${text(indicator.name)}`,
              value: <AnswerInWords indicator={indicator} answer={answers.find((one) => one.indicator === indicator.number)} leaf={preview.indicators.find((one) => one.indicator === indicator.number)} />,
              changeAt: `/assessments/${id}/fill/${group.number}?from=check`,
            }))}
          />
        </Section>
      ))}
      {isReady && (assessment.maySubmit ? <Declaration of={assessment} /> : <Notice title={t("check.administrator")} />)}
    </Page>
  );
}

/** What still stands in the way, each with the page where it is put right. */
function Missing({ of: { id, tasks, scheme } }: { of: Assessment }) {
  const { t } = useTranslation("assessments");
  const { text } = useFormat();
  const names = useFieldNames(id, scheme.indicators, null);
  return (
    <Notice tone="wait" title={t("check.missing")}>
      <FieldNames value={names}>
        <Stack gap="small">
          {tasks.filter(({ state }) => state !== "COMPLETE").map(({ group, problems }) => {
            const name = scheme.groups.find(({ number }) => number === group)?.name;
            return <Named key={group} to={`/assessments/${id}/fill/${group}?from=check`} name={name ? text(name) : group} note={<First of={problems} at={names} />} />;
          })}
        </Stack>
      </FieldNames>
    </Notice>
  );
}

/** How much is to be put right on a page, and the first of it, by the name of its field. */
function First({ of, at }: { of: Assessment["tasks"][number]["problems"]; at: NameField }) {
  const { t } = useTranslation(["assessments", "ui"]);
  const sentence = useSentence();
  const [first] = of;
  if (!first) return null;
  const label = at(first.path)?.name;
  const said = sentence(first);
  return <>{t("check.first", { count: of.length, sentence: label === undefined ? said : t("ui:errorAt", { label, sentence: said }) })}</>;
}

function Declaration({ of: { id, revision } }: { of: Assessment }) {
  const { t } = useTranslation("assessments");
  const { viewer } = useSession();
  const navigate = useNavigate();
  const submit = useAction(CheckPageSubmit);
  const send = async (values: Readonly<Record<string, string>>) => {
    const done = await submit.run({ id, input: { revision, declaration: values["declaration"] === "on", declarantName: values["declarantName"] ?? "" } });
    if (done !== null) await navigate(`/assessments/${id}/receipt`);
  };
  return (
    <Section title={t("declaration.title")}>
      <Form onSubmit={send} problems={submit.problems}>
        <p>{t("declaration.text")}</p>
        <TextField name="declarantName" label={t("declaration.name")} defaultValue={viewer?.name ?? ""} maxLength={80} width="middle" autoComplete="name" required />
        <CheckField name="declaration" label={t("declaration.tick")} invalid={t("declaration.needed")} required />
        <Submit busy={submit.busy}>{t("declaration.submit")}</Submit>
      </Form>
    </Section>
  );
}
