import { useTranslation } from "react-i18next";
import { graphql } from "../../gql/index.ts";
import { useAction } from "../../lib/use-action.ts";
import { ConfirmButton } from "../../ui/confirm-button.tsx";
import type { Own } from "./own-data.ts";

const WithdrawAct = graphql(`
  mutation Withdraw($token: String!) {
    applicationWithdraw(token: $token) { application { id ...OwnApplication_application } problems { code path } }
  }
`);

/** Takes an application back, before it is decided. */
export function Withdraw({ own, token }: { own: Own; token: string }) {
  const { t } = useTranslation("applications");
  const withdraw = useAction(WithdrawAct);
  const kind = own.submittedAt === null ? "draft" : "handedIn";
  return (
    <div>
      <ConfirmButton label={t(`withdraw.${kind}.act`)} title={t(`withdraw.${kind}.title`)} onConfirm={() => withdraw.run({ token })} busy={withdraw.busy} problems={withdraw.problems} grave>
        {t(`withdraw.${kind}.what`)}
      </ConfirmButton>
    </div>
  );
}
