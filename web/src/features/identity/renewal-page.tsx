import { useParams } from "react-router";
import { graphql } from "../../gql/index.ts";
import { useAction } from "../../lib/use-action.ts";
import type { Values } from "../../ui/form-context.ts";
import { ByLink } from "./by-link.tsx";

const RenewalPageAccept = graphql(`
  mutation RenewalPageAccept($input: AccessRenewalAcceptInput!) {
    accessRenewalAccept(input: $input) { problems { code path } }
  }
`);

export function RenewalPage() {
  const { token = "" } = useParams();
  const accept = useAction(RenewalPageAccept);
  const beginAnew = (values: Values) => accept.run({ input: { token, password: values["password"] ?? "" } });
  return <ByLink words="renewal" action={accept} onAccept={beginAnew} />;
}
