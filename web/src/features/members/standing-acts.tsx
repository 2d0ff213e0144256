import { useState } from "react";
import { useTranslation } from "react-i18next";
import { graphql, useFragment, type FragmentType } from "../../gql/index.ts";
import { today, useFormat } from "../../lib/format.ts";
import { useAction } from "../../lib/use-action.ts";
import { Button } from "../../ui/button.tsx";
import { ConfirmButton } from "../../ui/confirm-button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { TextAreaField, TextField } from "../../ui/fields.tsx";
import { Form, Submit } from "../../ui/form.tsx";
import { Row } from "../../ui/stack.tsx";

const StandingActsMember = graphql(`
  fragment StandingActs_member on Member {
    id name
    membership { through renewable leavesOn }
    mayRenew: viewerMay(act: MEMBER_RENEW)
    mayLeave: viewerMay(act: MEMBER_LEAVE)
  }
`);
const StandingActsRenew = graphql(`
  mutation StandingActsRenew($id: ID!) { memberRenew(id: $id) { member { id statusSince ...Standing_member } problems { code path } } }
`);
const StandingActsLeave = graphql(`
  mutation StandingActsLeave($id: ID!, $input: MemberLeaveInput!) {
    memberLeave(id: $id, input: $input) { member { id statusSince ...Standing_member } problems { code path } }
  }
`);
const StandingActsRevoke = graphql(`
  mutation StandingActsRevoke($id: ID!) { memberLeaveRevoke(id: $id) { member { id statusSince ...Standing_member } problems { code path } } }
`);

/** What this person may do about a firm's membership as it stands. */
export function StandingActs({ of }: { of: FragmentType<typeof StandingActsMember> }) {
  const { t } = useTranslation("members");
  const { text, date } = useFormat();
  const { id, name, membership, mayRenew, mayLeave } = useFragment(StandingActsMember, of);
  const renew = useAction(StandingActsRenew);
  const revoke = useAction(StandingActsRevoke);
  if (!membership) return null;
  const { through, renewable, leavesOn } = membership;
  return (
    <Row>
      {mayRenew && renewable && (
        <ConfirmButton label={t("renew.act")} title={t("renew.title", { name: text(name) })} onConfirm={() => renew.run({ id })} busy={renew.busy} problems={renew.problems}>
          {t("renew.what", { date: date(through) })}
        </ConfirmButton>
      )}
      {mayLeave && leavesOn && (
        <ConfirmButton label={t("revoke.act")} title={t("revoke.title")} onConfirm={() => revoke.run({ id })} busy={revoke.busy} problems={revoke.problems}>
          {t("revoke.what", { date: date(leavesOn) })}
        </ConfirmButton>
      )}
      {mayLeave && !leavesOn && <Leave id={id} name={text(name)} />}
    </Row>
  );
}

function Leave({ id, name }: { id: string; name: string }) {
  const { t } = useTranslation(["members", "ui"]);
  const [isOpen, setOpen] = useState(false);
  const leave = useAction(StandingActsLeave);
  const now = today();
  return (
    <>
      <Button kind="grave" onClick={() => setOpen(true)}>{t("leave.act")}</Button>
      {isOpen && (
        <Dialog title={t("leave.title", { name })} onClose={() => setOpen(false)}>
          <p>{t("leave.what")}</p>
          <Form onSubmit={async ({ day = "", reason = "" }) => void ((await leave.run({ id, input: { day, reason } })) !== null && setOpen(false))} problems={leave.problems}>
            <TextField name="day" type="date" label={t("leave.day")} hint={t("leave.dayHint")} min={now} width="middle" required />
            <TextAreaField name="reason" label={t("membership.reason")} maxLength={2000} rows={3} required />
            <Row>
              <Submit busy={leave.busy}>{t("leave.act")}</Submit>
              <Button onClick={() => setOpen(false)}>{t("ui:cancel")}</Button>
            </Row>
          </Form>
        </Dialog>
      )}
    </>
  );
}
