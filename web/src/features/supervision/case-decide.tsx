import { useTranslation } from "react-i18next";
import { graphql } from "../../gql/index.ts";
import { useAction } from "../../lib/use-action.ts";
import { ConfirmButton } from "../../ui/confirm-button.tsx";
import { Row } from "../../ui/stack.tsx";

const CaseDecideDecide = graphql(`
  mutation CaseDecideDecide($input: CaseDecideInput!) { caseDecide(input: $input) { case { id revision state } problems { code path } } }
`);

interface CaseDecideProps {
  id: string;
  revision: number;
  /** What more than half of the votes chose. */
  choice: string;
}

/** Decides a case as the votes have it, after saying what that is. */
export function CaseDecide({ id, revision, choice }: CaseDecideProps) {
  const { t } = useTranslation("supervision");
  const decide = useAction(CaseDecideDecide, { refreshes: true });
  return (
    <Row>
      <ConfirmButton label={t("decide.act")} title={t("decide.title")} onConfirm={() => decide.run({ input: { id, revision } })} busy={decide.busy} problems={decide.problems}>
        <p>{t(`decide.${choice}`)}</p>
      </ConfirmButton>
    </Row>
  );
}
