import { useTranslation } from "react-i18next";
import { type FragmentType, graphql, useFragment } from "../../gql/index.ts";
import { useAction } from "../../lib/use-action.ts";
import { ConfirmButton } from "../../ui/confirm-button.tsx";
import { TextAreaField, TextField } from "../../ui/fields.tsx";
import { FormDialog } from "../../ui/form-dialog.tsx";

const CaseTimeCase = graphql(`
  fragment CaseTime_case on SanctionCase { id revision answerClock { state left } }
`);
const CaseTimeExtend = graphql(`
  mutation CaseTimeExtend($input: CaseAnswerExtendInput!) { caseAnswerExtend(input: $input) { case { id revision } problems { code path } } }
`);
const CaseTimePause = graphql(`
  mutation CaseTimePause($input: CaseClockPauseInput!) { caseClockPause(input: $input) { case { id revision } problems { code path } } }
`);
const CaseTimeResume = graphql(`
  mutation CaseTimeResume($input: CaseClockResumeInput!) { caseClockResume(input: $input) { case { id revision } problems { code path } } }
`);

/** The member's time to answer, given more of, stopped, or let run again. */
export function CaseTime({ of }: { of: FragmentType<typeof CaseTimeCase> }) {
  const { t } = useTranslation("supervision");
  const { id, revision, answerClock } = useFragment(CaseTimeCase, of);
  const extend = useAction(CaseTimeExtend, { refreshes: true });
  const pause = useAction(CaseTimePause, { refreshes: true });
  const resume = useAction(CaseTimeResume, { refreshes: true });
  const why = <TextAreaField name="reason" label={t("reason")} hint={t("time.reasonHint")} maxLength={2000} rows={3} required />;
  return (
    <>
      <FormDialog act={t("time.extend")} title={t("time.extendTitle")} action={extend} onSubmit={({ days = "", reason = "" }) => extend.run({ input: { id, revision, days: Number(days), reason } })}>
        <TextField name="days" label={t("time.days")} hint={t("time.daysHint")} figures="numeric" pattern="[1-9][0-9]{0,2}" width="short" required />
        {why}
      </FormDialog>
      {answerClock?.state === "PAUSED" ? (
        <ConfirmButton label={t("time.resume")} title={t("time.resumeTitle")} onConfirm={() => resume.run({ input: { id, revision } })} busy={resume.busy} problems={resume.problems}>
          <p>{t("time.resumeWhat", { count: answerClock.left })}</p>
        </ConfirmButton>
      ) : (
        <FormDialog act={t("time.pause")} title={t("time.pauseTitle")} action={pause} onSubmit={({ reason = "" }) => pause.run({ input: { id, revision, reason } })}>
          <p>{t("time.pauseWhat")}</p>
          {why}
        </FormDialog>
      )}
    </>
  );
}
