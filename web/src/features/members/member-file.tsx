import { useSuspenseQuery } from "@apollo/client/react";
import { graphql } from "../../gql/index.ts";
import { Contacts } from "./contacts.tsx";
import { Peers } from "./peers.tsx";
import { Sites } from "./sites.tsx";

const MemberFileQuery = graphql(`
  query MemberFile($id: ID!) {
    member(id: $id) { id ...Peers_member ...Sites_member ...Contacts_member }
  }
`);

/** What is kept of a firm besides its name and its records: its peers, its sites and its contacts. */
export function MemberFile({ id }: { id: string }) {
  const { member } = useSuspenseQuery(MemberFileQuery, { variables: { id } }).data;
  if (!member) return null;
  return (
    <>
      <Peers of={member} />
      <Sites of={member} />
      <Contacts of={member} />
    </>
  );
}
