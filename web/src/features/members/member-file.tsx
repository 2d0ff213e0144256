import { useSuspenseQuery } from "@apollo/client/react";
import { graphql } from "../../gql/index.ts";
import { Contacts } from "./contacts.tsx";
import { Peers } from "./peers.tsx";
import { Sites } from "./sites.tsx";
import { Standing } from "./standing.tsx";

const MemberFileQuery = graphql(`
  query MemberFile($id: ID!) {
    member(id: $id) { id ...Standing_member ...Peers_member ...Sites_member ...Contacts_member }
  }
`);

/** What the association keeps of a firm besides its name: its membership, its peers, its sites and its contacts. */
export function MemberFile({ id }: { id: string }) {
  const { member } = useSuspenseQuery(MemberFileQuery, { variables: { id } }).data;
  if (!member) return null;
  return (
    <>
      <Standing of={member} />
      <Peers of={member} />
      <Sites of={member} />
      <Contacts of={member} />
    </>
  );
}
