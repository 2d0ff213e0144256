import { useQuery } from "@apollo/client/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { graphql } from "../../gql/index.ts";
import { useAction } from "../../lib/use-action.ts";
import { Button } from "../../ui/button.tsx";
import { Seating } from "./seating.tsx";

const CaseSeatingQuery = graphql(`
  query CaseSeating($id: String!) { casePanelCandidates(id: $id) { userId name conflicts } }
`);
const CaseSeatingSeat = graphql(`
  mutation CaseSeatingSeat($input: CasePanelSeatInput!) { casePanelSeat(input: $input) { case { id revision } problems { code path } } }
`);

interface CaseSeatingProps {
  id: string;
  revision: number;
  seated: readonly string[];
}

/** Names who is to decide a case. */
export function CaseSeating({ id, revision, seated }: CaseSeatingProps) {
  const { t } = useTranslation("supervision");
  const [isOpen, setOpen] = useState(false);
  const seat = useAction(CaseSeatingSeat, { refreshes: true });
  const { data } = useQuery(CaseSeatingQuery, { variables: { id }, skip: !isOpen, fetchPolicy: "cache-and-network" });
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t("seating.act")}</Button>
      {isOpen && data && (
        <Seating candidates={data.casePanelCandidates} seated={seated} action={seat} onSeat={(userIds) => seat.run({ input: { id, revision, userIds } })} onClose={() => setOpen(false)} />
      )}
    </>
  );
}
