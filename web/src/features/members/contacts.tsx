import { useTranslation } from "react-i18next";
import { graphql, useFragment, type FragmentType } from "../../gql/index.ts";
import { useAction } from "../../lib/use-action.ts";
import { ConfirmButton } from "../../ui/confirm-button.tsx";
import { Empty } from "../../ui/empty.tsx";
import { SelectField, TextField } from "../../ui/fields.tsx";
import { FormDialog } from "../../ui/form-dialog.tsx";
import type { Values } from "../../ui/form-context.ts";
import { Named } from "../../ui/named.tsx";
import { Section } from "../../ui/page.tsx";
import { Row } from "../../ui/stack.tsx";
import { Table, whole } from "../../ui/table.tsx";
import { duties } from "./choices.ts";

export const ContactsMember = graphql(`
  fragment Contacts_member on Member {
    id
    mayKeep: viewerMay(act: MEMBER_KEEP)
    contacts { id revision duty name phone email }
  }
`);
const ContactsAdd = graphql(`
  mutation ContactsAdd($memberId: ID!, $input: MemberContactAddInput!) {
    act: memberContactAdd(memberId: $memberId, input: $input) { member { id ...Contacts_member } problems { code path } }
  }
`);
const ContactsChange = graphql(`
  mutation ContactsChange($id: ID!, $input: MemberContactChangeInput!) {
    act: memberContactChange(id: $id, input: $input) { member { id ...Contacts_member } problems { code path } }
  }
`);
const ContactsRemove = graphql(`
  mutation ContactsRemove($id: ID!) { act: memberContactRemove(id: $id) { member { id ...Contacts_member } problems { code path } } }
`);

/** Whom to speak to at a firm, by matter. */
export function Contacts({ of }: { of: FragmentType<typeof ContactsMember> }) {
  const { t } = useTranslation("members");
  const { id: memberId, mayKeep, contacts } = useFragment(ContactsMember, of);
  const add = useAction(ContactsAdd, { creates: true });
  const change = useAction(ContactsChange, { refreshes: true });
  const remove = useAction(ContactsRemove);
  const acts = ({ id, revision, ...contact }: (typeof contacts)[number]) => (
    <Row>
      <FormDialog act={t("change")} about={contact.name} title={t("contacts.change")} action={change} onSubmit={(values) => change.run({ id, input: { revision, ...inputOf(values) } })}>
        <ContactFields of={contact} />
      </FormDialog>
      <ConfirmButton label={t("contacts.remove")} about={contact.name} title={t("contacts.removeTitle", { name: contact.name })} onConfirm={() => remove.run({ id })} busy={remove.busy} problems={remove.problems} grave>
        {t("contacts.removeWhat")}
      </ConfirmButton>
    </Row>
  );
  return (
    <Section
      title={t("contacts.title")}
      actions={mayKeep && <FormDialog act={t("contacts.add")} title={t("contacts.add")} action={add} onSubmit={(values) => add.run({ memberId, input: inputOf(values) })}><ContactFields /></FormDialog>}
    >
      <Table
        of={whole(contacts)}
        caption={t("contacts.title")}
        empty={<Empty title={t("contacts.none")} />}
        columns={[
          { key: "name", title: t("contacts.person"), render: ({ name, duty }) => <Named name={name} note={t(`duty.${duty}`)} /> },
          { key: "phone", title: t("contacts.phone"), unbroken: true, render: ({ phone }) => phone && <a href={`tel:${phone.replace(/[ ()]/g, "")}`}>{phone}</a> },
          { key: "email", title: t("contacts.email"), render: ({ email }) => email && <a href={`mailto:${email}`}>{email}</a> },
          ...(mayKeep ? [{ key: "act", title: t("act"), screenOnly: true, render: acts }] : []),
        ]}
      />
    </Section>
  );
}

const inputOf = ({ duty = "", name = "", phone = "", email = "" }: Values) => ({ duty: duties.find((each) => each === duty) ?? "GENERAL", name, phone, email });

function ContactFields({ of }: { of?: { duty: string; name: string; phone: string; email: string } }) {
  const { t } = useTranslation("members");
  return (
    <>
      <SelectField name="duty" label={t("contacts.duty")} defaultValue={of?.duty ?? ""} options={duties.map((value) => ({ value, label: t(`duty.${value}`) }))} required />
      <TextField name="name" label={t("contacts.person")} defaultValue={of?.name ?? ""} maxLength={120} autoComplete="off" required />
      <TextField name="phone" type="tel" label={t("contacts.phone")} hint={t("contacts.reach")} defaultValue={of?.phone ?? ""} maxLength={32} width="middle" />
      <TextField name="email" type="email" label={t("contacts.email")} defaultValue={of?.email ?? ""} maxLength={254} />
    </>
  );
}
