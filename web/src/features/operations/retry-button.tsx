import { useTranslation } from "react-i18next";
import { graphql, useFragment, type FragmentType } from "../../gql/index.ts";
import { useAction } from "../../lib/use-action.ts";
import { ConfirmButton } from "../../ui/confirm-button.tsx";

const RetryButtonOrder = graphql(`
  fragment RetryButton_order on WorkOrder { id name mayRetry: viewerMay(act: OPERATIONS_CHANGE) }
`);
const RetryButtonRetry = graphql(`
  mutation RetryButtonRetry($id: ID!) {
    workOrderRetry(id: $id) { workOrder { id state attempts finishedAt ...RetryButton_order } problems { code path } }
  }
`);

/** Orders again what was given up; nothing for other work, or for whoever may only look. */
export function RetryButton({ of }: { of: FragmentType<typeof RetryButtonOrder> }) {
  const { t } = useTranslation("operations");
  const { id, name, mayRetry } = useFragment(RetryButtonOrder, of);
  const retry = useAction(RetryButtonRetry);
  if (!mayRetry) return null;
  return (
    <ConfirmButton label={t("retry")} about={id} title={t("retryTitle", { name })} onConfirm={() => retry.run({ id })} busy={retry.busy} problems={retry.problems}>
      <p>{t("retryWhat")}</p>
    </ConfirmButton>
  );
}
