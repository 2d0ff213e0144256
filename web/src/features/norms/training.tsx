import { useTranslation } from "react-i18next";
import { type FragmentType, graphql, useFragment } from "../../gql/index.ts";
import { today, useFormat } from "../../lib/format.ts";
import { useAction } from "../../lib/use-action.ts";
import { Empty } from "../../ui/empty.tsx";
import { TextAreaField, TextField } from "../../ui/fields.tsx";
import { FormDialog } from "../../ui/form-dialog.tsx";
import { Named } from "../../ui/named.tsx";
import { Section } from "../../ui/page.tsx";
import { Table, whole } from "../../ui/table.tsx";

const TrainingVersion = graphql(`
  fragment Training_version on NormVersion {
    id standing
    trainings { id heldOn people hours givenBy }
  }
`);
const TrainingRecord = graphql(`
  mutation TrainingRecord($id: ID!, $input: NormTrainingRecordInput!) {
    normTrainingRecord(versionId: $id, input: $input) { training { id } problems { code path } }
  }
`);
const TrainingWithdraw = graphql(`
  mutation TrainingWithdraw($id: ID!, $reason: String!) {
    normTrainingWithdraw(id: $id, reason: $reason) { training { id } problems { code path } }
  }
`);

/** Whom the firm has trained on a version, and the acts upon it; more is recorded until the next version is in force. */
export function Training({ of }: { of: FragmentType<typeof TrainingVersion> }) {
  const { t } = useTranslation("norms");
  const { date, number, decimal } = useFormat();
  const { id, standing, trainings } = useFragment(TrainingVersion, of);
  return (
    <Section title={t("training.title")} actions={standing !== "SUPERSEDED" && <RecordTraining of={id} />}>
      <Table
        of={whole(trainings)}
        caption={t("training.title")}
        empty={<Empty title={t("training.none")} />}
        columns={[
          { key: "heldOn", title: t("training.heldOn"), unbroken: true, render: ({ heldOn }) => date(heldOn) },
          { key: "people", title: t("training.people"), numeric: true, render: ({ people }) => number(people) },
          { key: "hours", title: t("training.hours"), numeric: true, render: ({ hours }) => decimal(hours) },
          { key: "givenBy", title: t("training.givenBy"), roomy: true, render: ({ givenBy }) => <Named name={givenBy} /> },
          { key: "act", title: t("training.act"), render: (training) => <WithdrawTraining id={training.id} about={date(training.heldOn)} /> },
        ]}
      />
    </Section>
  );
}

function RecordTraining({ of: id }: { of: string }) {
  const { t } = useTranslation("norms");
  const record = useAction(TrainingRecord, { creates: true, refreshes: true });
  return (
    <FormDialog
      act={t("training.record")}
      title={t("training.record")}
      action={record}
      onSubmit={({ heldOn = "", people = "", hours = "", givenBy = "" }) => record.run({ id, input: { heldOn, people: Number(people), hours, givenBy } })}
    >
      <TextField name="heldOn" type="date" label={t("training.heldOn")} max={today()} width="middle" required />
      <TextField name="people" label={t("training.people")} hint={t("training.peopleHint")} figures="numeric" pattern="[1-9][0-9]{0,5}" width="short" required />
      <TextField name="hours" label={t("training.hours")} hint={t("training.hoursHint")} figures="decimal" width="short" required />
      <TextField name="givenBy" label={t("training.givenBy")} maxLength={200} autoComplete="off" required />
    </FormDialog>
  );
}

function WithdrawTraining({ id, about }: { id: string; about: string }) {
  const { t } = useTranslation("norms");
  const withdraw = useAction(TrainingWithdraw, { refreshes: true });
  return (
    <FormDialog act={t("training.withdraw")} about={about} title={t("training.withdrawTitle", { date: about })} action={withdraw} onSubmit={({ reason = "" }) => withdraw.run({ id, reason })}>
      <p>{t("training.withdrawWhat")}</p>
      <TextAreaField name="reason" label={t("training.reason")} maxLength={2000} rows={3} required />
    </FormDialog>
  );
}
