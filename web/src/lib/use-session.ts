import { useSuspenseQuery } from "@apollo/client/react";
import { graphql } from "../gql/index.ts";
import type { SessionQuery } from "../gql/graphql.ts";

export const SessionDocument = graphql(`
  query Session {
    viewer { id name email language roles totpEnrolled mustEnrolTotp acts member { id name } }
  }
`);

export type Viewer = NonNullable<SessionQuery["viewer"]>;

/** Who is signed in (null: nobody) and what they may do; asked once, then read from the cache. */
export function useSession() {
  const { viewer } = useSuspenseQuery(SessionDocument).data;
  const may = (act: Viewer["acts"][number]) => viewer?.acts.includes(act) ?? false;
  return { viewer, may };
}
