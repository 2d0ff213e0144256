import { useTranslation } from "react-i18next";
import { type FragmentType, graphql, useFragment } from "../../gql/index.ts";
import type { CaseActs_CaseFragment as Case } from "../../gql/graphql.ts";
import { useFormat } from "../../lib/format.ts";
import { useAction } from "../../lib/use-action.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { ConfirmButton } from "../../ui/confirm-button.tsx";
import { TextAreaField } from "../../ui/fields.tsx";
import { FormDialog } from "../../ui/form-dialog.tsx";
import { Section } from "../../ui/page.tsx";
import { Row } from "../../ui/stack.tsx";
import { isAnswered } from "./case-due.tsx";
import { CaseTime } from "./case-time.tsx";
import { ServeDecision } from "./serve-decision.tsx";

const CaseActsCase = graphql(`
  fragment CaseActs_case on SanctionCase {
    id revision state
    member { id name }
    answers { id final }
    answerClock { state }
    ladder { version periods { answerDays } }
    mayServe: viewerMay(act: CASE_SERVE)
    mayTime: viewerMay(act: CASE_TIME)
    mayDraft: viewerMay(act: CASE_DRAFT)
    mayDrop: viewerMay(act: CASE_DROP)
    ...CaseTime_case
    ...ServeDecision_case
  }
`);
const CaseActsNotice = graphql(`
  mutation CaseActsNotice($input: CaseNoticeServeInput!) { caseNoticeServe(input: $input) { case { id revision state } problems { code path } } }
`);
const CaseActsDrop = graphql(`
  mutation CaseActsDrop($input: CaseDropInput!) { caseDrop(input: $input) { case { id revision state } problems { code path } } }
`);

/** What the officer may do with a case as it stands; nothing when there is nothing. */
export function CaseActs({ of }: { of: FragmentType<typeof CaseActsCase> }) {
  const { t } = useTranslation("supervision");
  const about = useFragment(CaseActsCase, of);
  const { id, mayServe, mayTime, mayDraft, mayDrop } = about;
  if (![mayServe, mayTime, mayDraft, mayDrop].includes(true)) return null;
  return (
    <Section title={t("case.now")} screenOnly>
      <p>{t(`caseNow.${nowIn(about)}`)}</p>
      <Row>
        {mayServe && <Serve of={about} />}
        {mayDraft && isOpenToDrafts(about) && <ButtonLink to={`/cases/${id}/draft`} kind={about.state === "DRAFTED" ? "plain" : "main"}>{t(about.state === "DRAFTED" ? "draft.edit" : "draft.make")}</ButtonLink>}
        {mayTime && !isAnswered(about) && <CaseTime of={about} />}
        {mayDrop && <Drop of={about} />}
      </Row>
    </Section>
  );
}

const isOpenToDrafts = (about: Case): boolean => about.state === "DRAFTED" || isAnswered(about);

const nowIn = (about: Case): string => (about.state === "NOTICE_SERVED" && isAnswered(about) ? "ANSWERED" : about.state);

function Serve({ of }: { of: Case }) {
  const { t } = useTranslation("supervision");
  const { text } = useFormat();
  const serve = useAction(CaseActsNotice, { refreshes: true });
  const { id, revision, state, member, ladder } = of;
  if (state !== "OPENED") return <ServeDecision of={of} />;
  return (
    <ConfirmButton label={t("notice.act")} title={t("notice.title", { member: text(member.name) })} onConfirm={() => serve.run({ input: { id, revision } })} busy={serve.busy} problems={serve.problems}>
      <p>{t("notice.what", { days: ladder.periods.answerDays })}</p>
    </ConfirmButton>
  );
}

function Drop({ of: { id, revision, state } }: { of: Case }) {
  const { t } = useTranslation("supervision");
  const drop = useAction(CaseActsDrop, { refreshes: true });
  return (
    <FormDialog act={t("drop.act")} title={t("drop.title")} action={drop} onSubmit={({ reason = "" }) => drop.run({ input: { id, revision, reason } })}>
      <p>{t(state === "OPENED" ? "drop.whatUntold" : "drop.what")}</p>
      <TextAreaField name="reason" label={t("reason")} maxLength={2000} rows={3} required />
    </FormDialog>
  );
}
