import { graphql } from "../../gql/index.ts";
import { useAction } from "../../lib/use-action.ts";
import type { Values } from "../../ui/form-context.ts";
import { ByLink } from "./by-link.tsx";
import { useLinkToken } from "./use-link-token.ts";

const RenewalPageAccept = graphql(`
  mutation RenewalPageAccept($input: AccessRenewalAcceptInput!) {
    accessRenewalAccept(input: $input) { problems { code path } }
  }
`);

export function RenewalPage() {
  const link = useLinkToken();
  const accept = useAction(RenewalPageAccept);
  const beginAnew = (values: Values) => link.use((token) => accept.run({ input: { token, password: values["password"] ?? "" } }));
  return <ByLink words="renewal" action={accept} onAccept={beginAnew} />;
}
