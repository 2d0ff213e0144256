import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { type FragmentType, graphql, useFragment } from "../../gql/index.ts";
import { daysBetween } from "../../lib/association-day.ts";
import { today, useFormat } from "../../lib/format.ts";
import { useAction } from "../../lib/use-action.ts";
import { CheckGroup, TextAreaField } from "../../ui/fields.tsx";
import { Form, Submit } from "../../ui/form.tsx";
import type { Values } from "../../ui/form-context.ts";
import { Notice } from "../../ui/notice.tsx";
import { Section } from "../../ui/page.tsx";
import { AttachFiles, useAttached } from "./attach-files.tsx";
import { capitalised } from "./sanction-words.ts";

const AppealFormCase = graphql(`
  fragment AppealForm_case on SanctionCase {
    id
    decisions { id step }
    ladder { version appealGrounds { code name } steps { code appealSuspends } periods { appealDecisionDays } }
  }
`);
const AppealFormFile = graphql(`
  mutation AppealFormFile($input: AppealFileInput!) { appealFile(input: $input) { appeal { id } problems { code path ... on DayProblem { day } } } }
`);

/** The appeal against a decision, while there is time for one. */
export function AppealForm({ of, until }: { of: FragmentType<typeof AppealFormCase>; until: string }) {
  const { t } = useTranslation("supervision");
  const { text: inTheirs, date } = useFormat();
  const navigate = useNavigate();
  const { id, decisions, ladder } = useFragment(AppealFormCase, of);
  const attached = useAttached();
  const file = useAction(AppealFormFile, { creates: true });
  const suspends = ladder.steps.find(({ code }) => code === decisions[0]?.step)?.appealSuspends;
  const submit = async ({ text = "" }: Values, form: HTMLFormElement) => {
    const grounds = new FormData(form).getAll("grounds").map(String);
    const filed = await file.run({ input: { caseId: id, text, grounds, fileIds: attached.files.map((each) => each.id) } });
    if (filed?.appealFile.appeal) await navigate(`/appeals/${filed.appealFile.appeal.id}`);
  };
  return (
    <Section title={t("appealForm.title")}>
      <Notice tone="wait" title={t("appealForm.until", { date: date(until), count: daysBetween(today(), until) })}>
        {t(suspends ? "appealForm.suspends" : "appealForm.doesNotSuspend")}
      </Notice>
      <p>{t("appealForm.lead", { days: ladder.periods.appealDecisionDays })}</p>
      <Form problems={file.problems} onSubmit={submit}>
        <CheckGroup
          name="grounds"
          label={t("appeal.grounds")}
          wanting={t("appealForm.wanting")}
          options={ladder.appealGrounds.map(({ code, name }) => ({ value: code, label: capitalised(inTheirs(name)) }))}
        />
        <TextAreaField name="text" label={t("appealForm.text")} hint={t("appealForm.textHint")} maxLength={20_000} rows={8} required />
        <AttachFiles {...attached} />
        <Submit busy={file.busy}>{t("appealForm.act")}</Submit>
      </Form>
    </Section>
  );
}
