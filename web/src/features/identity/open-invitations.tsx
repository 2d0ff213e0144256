import { useSuspenseQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { graphql } from "../../gql/index.ts";
import { useFormat } from "../../lib/format.ts";
import { useAction } from "../../lib/use-action.ts";
import { useCursor } from "../../lib/use-cursor.ts";
import { ConfirmButton } from "../../ui/confirm-button.tsx";
import { Empty } from "../../ui/empty.tsx";
import { Named } from "../../ui/named.tsx";
import { Table } from "../../ui/table.tsx";
import { EmailAddress } from "./email-address.tsx";

const OpenInvitationsQuery = graphql(`
  query OpenInvitations($first: Int!, $after: String) {
    invitations(first: $first, after: $after) {
      totalCount
      edges { node { id email role sentAt expiresAt member { id name } mayRevoke: viewerMay(act: USER_CHANGE) } }
      pageInfo { hasNextPage endCursor }
    }
  }
`);
const OpenInvitationsRevoke = graphql(`
  mutation OpenInvitationsRevoke($id: ID!) {
    invitationRevoke(id: $id) { problems { code path } }
  }
`);

/** Links on their way that nobody has come by yet. */
export function OpenInvitations({ withFirms }: { withFirms: boolean }) {
  const { t } = useTranslation("identity");
  const { dateTime, text } = useFormat();
  const cursor = useCursor();
  const { invitations } = useSuspenseQuery(OpenInvitationsQuery, { variables: cursor.variables, fetchPolicy: "cache-and-network" }).data;
  const revoke = useAction(OpenInvitationsRevoke, { refreshes: true });
  return (
    <Table
      of={invitations}
      cursor={cursor}
      caption={t("people.invitations")}
      empty={<Empty title={t("invitations.none")} />}
      columns={[
        { key: "email", title: t("email"), render: ({ email }) => <EmailAddress of={email} /> },
        {
          key: "role",
          title: t("invite.role"),
          render: ({ role, member }) => <Named name={t(`role.${role}`)} {...(withFirms && member && { note: text(member.name) })} />,
        },
        { key: "sent", title: t("invitations.sent"), render: ({ sentAt }) => dateTime(sentAt) },
        { key: "expires", title: t("invitations.expires"), render: ({ expiresAt }) => dateTime(expiresAt) },
        {
          key: "revoke",
          title: t("sessions.act"),
          render: ({ id, email, mayRevoke }) =>
            mayRevoke && (
              <ConfirmButton
                grave
                label={t("invitations.revoke")}
                about={email}
                title={t("invitations.revokeTitle", { email })}
                onConfirm={() => revoke.run({ id })}
                busy={revoke.busy}
                problems={revoke.problems}
              >
                {t("invitations.revokeWhat")}
              </ConfirmButton>
            ),
        },
      ]}
    />
  );
}
