import { useTranslation } from "react-i18next";
import { graphql } from "../../gql/index.ts";
import { useAction } from "../../lib/use-action.ts";
import { TextField } from "../../ui/fields.tsx";
import type { Values } from "../../ui/form-context.ts";
import { ByLink } from "./by-link.tsx";
import { useLinkToken } from "./use-link-token.ts";

const InvitationPageAccept = graphql(`
  mutation InvitationPageAccept($input: InvitationAcceptInput!) {
    invitationAccept(input: $input) { problems { code path } }
  }
`);

export function InvitationPage() {
  const { t } = useTranslation("identity");
  const link = useLinkToken();
  const accept = useAction(InvitationPageAccept);
  const join = (values: Values) => link.use((token) => accept.run({ input: { token, name: values["name"] ?? "", password: values["password"] ?? "" } }));
  return (
    <ByLink words="invitation" action={accept} onAccept={join}>
      <TextField name="name" label={t("name")} hint={t("nameHint")} autoComplete="name" maxLength={200} required />
    </ByLink>
  );
}
