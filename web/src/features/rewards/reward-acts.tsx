import { useTranslation } from "react-i18next";
import { graphql, useFragment, type FragmentType } from "../../gql/index.ts";
import { useAction } from "../../lib/use-action.ts";
import { ConfirmButton } from "../../ui/confirm-button.tsx";
import { TextAreaField } from "../../ui/fields.tsx";
import { FormDialog } from "../../ui/form-dialog.tsx";

const RewardActsReward = graphql(`
  fragment RewardActs_reward on Reward {
    id
    mayConfirm: viewerMay(act: REWARD_CONFIRM)
    mayRevoke: viewerMay(act: REWARD_REVOKE)
  }
`);
const RewardActsConfirm = graphql(`
  mutation RewardActsConfirm($id: ID!) { rewardConfirm(id: $id) { reward { id } problems { code path } } }
`);
const RewardActsDecline = graphql(`
  mutation RewardActsDecline($id: ID!, $reason: String!) { rewardDecline(id: $id, reason: $reason) { reward { id } problems { code path } } }
`);
const RewardActsRevoke = graphql(`
  mutation RewardActsRevoke($id: ID!, $reason: String!) { rewardRevoke(id: $id, reason: $reason) { reward { id } problems { code path } } }
`);

/** What this person may do to a reward as it stands; each wants a fresh proof of identity. */
export function RewardActs({ of }: { of: FragmentType<typeof RewardActsReward> }) {
  const { t } = useTranslation("rewards");
  const { id, mayConfirm, mayRevoke } = useFragment(RewardActsReward, of);
  const [confirm, decline, revoke] = [useAction(RewardActsConfirm, { refreshes: true }), useAction(RewardActsDecline, { refreshes: true }), useAction(RewardActsRevoke, { refreshes: true })];
  return (
    <>
      {mayConfirm && (
        <>
          <ConfirmButton label={t("confirm.act")} title={t("confirm.title")} onConfirm={() => confirm.run({ id })} busy={confirm.busy} problems={confirm.problems}>
            <p>{t("confirm.what")}</p>
          </ConfirmButton>
          <FormDialog act={t("decline.act")} title={t("decline.title")} action={decline} onSubmit={({ reason = "" }) => decline.run({ id, reason })}>
            <TextAreaField name="reason" label={t("reason")} hint={t("decline.hint")} maxLength={2000} rows={3} required />
          </FormDialog>
        </>
      )}
      {mayRevoke && (
        <FormDialog act={t("revoke.act")} title={t("revoke.title")} action={revoke} onSubmit={({ reason = "" }) => revoke.run({ id, reason })}>
          <p>{t("revoke.what")}</p>
          <TextAreaField name="reason" label={t("reason")} hint={t("revoke.hint")} maxLength={2000} rows={3} required />
        </FormDialog>
      )}
    </>
  );
}
