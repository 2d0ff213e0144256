import { useTranslation } from "react-i18next";
import { type FragmentType, graphql, useFragment } from "../../gql/index.ts";
import { useAction } from "../../lib/use-action.ts";
import { ConfirmButton } from "../../ui/confirm-button.tsx";

const WithdrawAppealAppeal = graphql(`
  fragment WithdrawAppeal_appeal on SanctionAppeal { id revision }
`);
const WithdrawAppealWithdraw = graphql(`
  mutation WithdrawAppealWithdraw($input: AppealWithdrawInput!) { appealWithdraw(input: $input) { appeal { id revision outcome } problems { code path } } }
`);

/** Takes an appeal back, after saying that there will be no other. */
export function WithdrawAppeal({ of }: { of: FragmentType<typeof WithdrawAppealAppeal> }) {
  const { t } = useTranslation("supervision");
  const { id, revision } = useFragment(WithdrawAppealAppeal, of);
  const withdraw = useAction(WithdrawAppealWithdraw, { refreshes: true });
  return (
    <ConfirmButton label={t("withdraw.act")} title={t("withdraw.title")} onConfirm={() => withdraw.run({ input: { id, revision } })} busy={withdraw.busy} problems={withdraw.problems} grave>
      <p>{t("withdraw.what")}</p>
    </ConfirmButton>
  );
}
