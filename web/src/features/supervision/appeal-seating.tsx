import { useQuery } from "@apollo/client/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { graphql } from "../../gql/index.ts";
import { useAction } from "../../lib/use-action.ts";
import { Button } from "../../ui/button.tsx";
import { Seating } from "./seating.tsx";

const AppealSeatingQuery = graphql(`
  query AppealSeating($id: ID!) { appealPanelCandidates(id: $id) { userId name conflicts } }
`);
const AppealSeatingSeat = graphql(`
  mutation AppealSeatingSeat($input: AppealPanelSeatInput!) { appealPanelSeat(input: $input) { appeal { id revision } problems { code path } } }
`);

interface AppealSeatingProps {
  id: string;
  revision: number;
  seated: readonly string[];
}

/** Names who is to decide an appeal. */
export function AppealSeating({ id, revision, seated }: AppealSeatingProps) {
  const { t } = useTranslation("supervision");
  const [isOpen, setOpen] = useState(false);
  const seat = useAction(AppealSeatingSeat, { refreshes: true });
  const { data } = useQuery(AppealSeatingQuery, { variables: { id }, skip: !isOpen, fetchPolicy: "cache-and-network" });
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t("seating.act")}</Button>
      {isOpen && data && (
        <Seating candidates={data.appealPanelCandidates} seated={seated} action={seat} onSeat={(userIds) => seat.run({ input: { id, revision, userIds } })} onClose={() => setOpen(false)} />
      )}
    </>
  );
}
