import { useSuspenseQuery } from "@apollo/client/react";
import { graphql } from "../../gql/index.ts";
import { useSession } from "../../lib/use-session.ts";
import { NotFound } from "../../ui/not-found.tsx";
import { MemberView } from "./member-view.tsx";

const FirmPageQuery = graphql(`
  query FirmPage {
    viewer { id member { id ...MemberView_member } }
  }
`);

/** The firm this person acts for. */
export function FirmPage() {
  const { viewer } = useSession();
  const member = useSuspenseQuery(FirmPageQuery).data.viewer?.member;
  return member && viewer ? <MemberView of={member} viewer={viewer} /> : <NotFound />;
}
