import { useSuspenseQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { graphql } from "../../gql/index.ts";
import { useFormat } from "../../lib/format.ts";
import { useCursor, useFilter } from "../../lib/use-cursor.ts";
import { Empty } from "../../ui/empty.tsx";
import { TextField } from "../../ui/fields.tsx";
import { Named } from "../../ui/named.tsx";
import { SearchForm } from "../../ui/search-form.tsx";
import { Table } from "../../ui/table.tsx";
import { AccessBadge, TwoStepBadge } from "./badges.tsx";
import { EmailAddress } from "./email-address.tsx";

const AccountsQuery = graphql(`
  query Accounts($first: Int!, $after: String, $filter: UserFilter) {
    users(first: $first, after: $after, filter: $filter) {
      totalCount
      edges { node { id name email roles totpEnrolledAt joinedAt disabledAt member { id name } } }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

/** Everybody in reach who has an account, searched by name and address. */
export function Accounts({ withFirms }: { withFirms: boolean }) {
  const { t } = useTranslation("identity");
  const { dayOf, list, text } = useFormat();
  const [wanted, setWanted] = useFilter("text");
  const cursor = useCursor();
  const { users } = useSuspenseQuery(AccountsQuery, { variables: { ...cursor.variables, filter: { text: wanted.text } }, fetchPolicy: "cache-and-network" }).data;
  return (
    <>
      <SearchForm key={wanted.text} onSearch={({ text: words = "" }) => setWanted({ text: words })}>
        <TextField name="text" type="search" label={t("people.text")} defaultValue={wanted.text ?? ""} />
      </SearchForm>
      <Table
        of={users}
        cursor={cursor}
        caption={t("people.accounts")}
        empty={<Empty title={t("people.none")} />}
        columns={[
          { key: "name", title: t("name"), render: ({ id, name, email }) => <Named to={`/people/${id}`} name={name} note={<EmailAddress of={email} />} /> },
          {
            key: "roles",
            title: t("account.roles"),
            render: ({ roles, member }) => <Named name={list(roles.map((role) => t(`role.${role}`)))} {...(withFirms && member && { note: text(member.name) })} />,
          },
          { key: "twoStep", title: t("twoStep.title"), render: ({ totpEnrolledAt }) => <TwoStepBadge enrolledAt={totpEnrolledAt} /> },
          { key: "since", title: t("people.since"), render: ({ joinedAt }) => dayOf(joinedAt) },
          { key: "access", title: t("people.access"), render: ({ disabledAt }) => <AccessBadge disabledAt={disabledAt} /> },
        ]}
      />
    </>
  );
}
