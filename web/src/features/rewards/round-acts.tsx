import { useTranslation } from "react-i18next";
import { graphql, useFragment, type FragmentType } from "../../gql/index.ts";
import { useAction } from "../../lib/use-action.ts";
import { ConfirmButton } from "../../ui/confirm-button.tsx";
import { TextAreaField } from "../../ui/fields.tsx";
import { FormDialog } from "../../ui/form-dialog.tsx";

const RoundActsRound = graphql(`
  fragment RoundActs_round on RewardRound {
    id qualified struck
    mayConfirm: viewerMay(act: REWARD_CONFIRM)
    mayDrop: viewerMay(act: REWARD_SELECT)
  }
`);
const RoundActsConfirm = graphql(`
  mutation RoundActsConfirm($id: ID!) { rewardRoundConfirm(id: $id) { round { id } problems { code path } } }
`);
const RoundActsDrop = graphql(`
  mutation RoundActsDrop($id: ID!, $reason: String!) { rewardRoundDrop(id: $id, reason: $reason) { round { id } problems { code path } } }
`);

/** The two ends of an open round: confirmed by somebody who had no part in it, or dropped with a reason. */
export function RoundActs({ of }: { of: FragmentType<typeof RoundActsRound> }) {
  const { t } = useTranslation("rewards");
  const { id, qualified, struck, mayConfirm, mayDrop } = useFragment(RoundActsRound, of);
  const [confirm, drop] = [useAction(RoundActsConfirm, { refreshes: true }), useAction(RoundActsDrop, { refreshes: true })];
  return (
    <>
      {mayConfirm && (
        <ConfirmButton label={t("confirmRound.act")} title={t("confirmRound.title")} onConfirm={() => confirm.run({ id })} busy={confirm.busy} problems={confirm.problems}>
          <p>{t("confirmRound.what", { count: qualified - struck })}</p>
        </ConfirmButton>
      )}
      {mayDrop && (
        <FormDialog act={t("drop.act")} title={t("drop.title")} action={drop} onSubmit={({ reason = "" }) => drop.run({ id, reason })}>
          <p>{t("drop.what")}</p>
          <TextAreaField name="reason" label={t("reason")} maxLength={2000} rows={3} required />
        </FormDialog>
      )}
    </>
  );
}
