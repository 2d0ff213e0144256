import { useSuspenseQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { graphql } from "../../gql/index.ts";
import { useFormat } from "../../lib/format.ts";
import { useCursor, useFilter } from "../../lib/use-cursor.ts";
import { Empty } from "../../ui/empty.tsx";
import { SelectField, TextField } from "../../ui/fields.tsx";
import { Named } from "../../ui/named.tsx";
import { SearchForm } from "../../ui/search-form.tsx";
import { Table } from "../../ui/table.tsx";
import { AccessBadge, TwoStepBadge } from "./badges.tsx";
import { EmailAddress } from "./email-address.tsx";
import { allRoles, memberRoles, roleOf } from "./roles.ts";

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
  const [wanted, setWanted] = useFilter("text", "role");
  const role = roleOf(wanted.role ?? undefined);
  const cursor = useCursor();
  const { users } = useSuspenseQuery(AccountsQuery, { variables: { ...cursor.variables, filter: { text: wanted.text, role } }, fetchPolicy: "cache-and-network" }).data;
  return (
    <>
      <SearchForm key={JSON.stringify(wanted)} onSearch={({ text: words = "", role: part = "" }) => setWanted({ text: words, role: part })}>
        <TextField name="text" type="search" label={t("people.text")} defaultValue={wanted.text ?? ""} />
        <SelectField name="role" label={t("account.roles")} defaultValue={role ?? ""} options={(withFirms ? allRoles : memberRoles).map((each) => ({ value: each, label: t(`role.${each}`) }))} />
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
