import { useState } from "react";
import { useTranslation } from "react-i18next";
import { graphql, useFragment, type FragmentType } from "../../gql/index.ts";
import type { Role } from "../../gql/graphql.ts";
import { useAction } from "../../lib/use-action.ts";
import { CheckGroup } from "../../ui/fields.tsx";
import { Form, Submit } from "../../ui/form.tsx";
import type { Values } from "../../ui/form-context.ts";
import { Notice } from "../../ui/notice.tsx";
import { Section } from "../../ui/page.tsx";
import { houseRoles, isMemberRole, memberRoles } from "./roles.ts";

const PersonRolesUser = graphql(`
  fragment PersonRoles_user on User {
    id roles
  }
`);
const PersonRolesChange = graphql(`
  mutation PersonRolesChange($id: ID!, $input: UserRolesChangeInput!) {
    userRolesChange(id: $id, input: $input) { user { id roles } problems { code path } }
  }
`);

/** The parts a person plays, all of one side of the house. */
export function PersonRoles({ of }: { of: FragmentType<typeof PersonRolesUser> }) {
  const { t } = useTranslation("identity");
  const { id, roles } = useFragment(PersonRolesUser, of);
  const change = useAction(PersonRolesChange);
  const [isDone, setDone] = useState(false);
  const fitting = roles.some(isMemberRole) ? memberRoles : houseRoles;
  const submit = async (_: Values, form: HTMLFormElement) => {
    const chosen = new FormData(form).getAll("roles") as Role[];
    setDone((await change.run({ id, input: { roles: chosen } })) !== null);
  };
  return (
    <Section title={t("account.roles")}>
      {isDone && <Notice tone="good" title={t("roles.done")} />}
      <Form key={roles.join()} onSubmit={submit} problems={change.problems}>
        <CheckGroup name="roles" label={t("roles.which")} hint={t("roles.hint")} wanting={t("roles.wanting")} options={fitting.map((role) => ({ value: role, label: t(`role.${role}`) }))} checked={roles} />
        <Submit busy={change.busy}>{t("roles.act")}</Submit>
      </Form>
    </Section>
  );
}
