import { useTranslation } from "react-i18next";
import { graphql } from "../../gql/index.ts";
import { useAction } from "../../lib/use-action.ts";
import { ConfirmButton } from "../../ui/confirm-button.tsx";
import { Row } from "../../ui/stack.tsx";

const AppealDecideDecide = graphql(`
  mutation AppealDecideDecide($input: AppealDecideInput!) { appealDecide(input: $input) { appeal { id revision outcome } problems { code path } } }
`);

interface AppealDecideProps {
  id: string;
  revision: number;
  /** What more than half of the votes chose, in words. */
  choice: string;
}

/** Decides an appeal as the votes have it, after saying what that is. */
export function AppealDecide({ id, revision, choice }: AppealDecideProps) {
  const { t } = useTranslation("supervision");
  const decide = useAction(AppealDecideDecide, { refreshes: true });
  return (
    <Row>
      <ConfirmButton label={t("decide.actAppeal")} title={t("decide.titleAppeal")} onConfirm={() => decide.run({ input: { id, revision } })} busy={decide.busy} problems={decide.problems}>
        <p>{t("decide.whatAppeal", { choice })}</p>
      </ConfirmButton>
    </Row>
  );
}
