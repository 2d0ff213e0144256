import { useState } from "react";
import { useTranslation } from "react-i18next";
import { graphql } from "../../gql/index.ts";
import type { Role } from "../../gql/graphql.ts";
import { useFormat } from "../../lib/format.ts";
import { useAction } from "../../lib/use-action.ts";
import { useSession } from "../../lib/use-session.ts";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { RadioField, SelectField, TextField } from "../../ui/fields.tsx";
import { Form, Submit } from "../../ui/form.tsx";
import type { Values } from "../../ui/form-context.ts";
import { NotFound } from "../../ui/not-found.tsx";
import { Page } from "../../ui/page.tsx";
import { Row } from "../../ui/stack.tsx";
import { Watched } from "../../ui/watched.tsx";
import { LinkOnce } from "./link-once.tsx";
import { MemberPick } from "./member-pick.tsx";
import { houseRoles, isMemberRole, memberRoles, roleOf } from "./roles.ts";

const InvitePageSend = graphql(`
  mutation InvitePageSend($input: InvitationSendInput!) {
    invitationSend(input: $input) { invitation { id email expiresAt } link problems { code path } }
  }
`);

export function InvitePage() {
  const { may } = useSession();
  return may("INVITATION_SEND") ? <Invite /> : <NotFound />;
}

/** A firm is looked for, not typed: the browser does not see that none was picked. */
const noFirm = [{ code: "REQUIRED", path: "input.memberId" }];

interface Sent {
  email: string;
  expiresAt: string;
  link: string;
}

function Invite() {
  const { t } = useTranslation("identity");
  const { dateTime } = useFormat();
  const [sent, setSent] = useState<Sent | null>(null);
  return (
    <Page title={t("invite.title")} lead={t("invite.lead")} above={[{ to: "/people", label: t("people.title") }]}>
      {sent === null ? (
        <InviteForm onSent={setSent} />
      ) : (
        <>
          <LinkOnce link={sent.link}>{t("invite.done", { email: sent.email, until: dateTime(sent.expiresAt) })}</LinkOnce>
          <Row>
            <ButtonLink to="/people?view=invitations">{t("people.invitations")}</ButtonLink>
            <Button onClick={() => setSent(null)}>{t("invite.another")}</Button>
          </Row>
        </>
      )}
    </Page>
  );
}

/** A member's administrator invites its own people; an officer invites the association's, or any member's. */
function InviteForm({ onSent }: { onSent: (sent: Sent) => void }) {
  const { t } = useTranslation("identity");
  const { viewer } = useSession();
  const send = useAction(InvitePageSend, { creates: true });
  const [role, setRole] = useState<Role | null>(null);
  const [isFirmMissing, setFirmMissing] = useState(false);
  const isOfMember = Boolean(viewer?.member);
  const wantsFirm = !isOfMember && isMemberRole(role);
  const optionsOf = (roles: readonly Role[]) => roles.map((each) => ({ value: each, label: t(`role.${each}`) }));

  const submit = async (values: Values) => {
    const input = inputOf(values);
    const lacksFirm = wantsFirm && input.memberId === null;
    setFirmMissing(lacksFirm);
    if (lacksFirm) return;
    const made = (await send.run({ input }))?.invitationSend;
    if (made?.invitation && made.link) onSent({ ...made.invitation, link: made.link });
  };
  return (
    <Watched onTyped={(values) => setRole(roleOf(values["role"]))}>
      <Form onSubmit={submit} problems={isFirmMissing ? noFirm : send.problems}>
        <TextField name="email" type="email" label={t("email")} hint={t("invite.emailHint")} autoComplete="off" maxLength={254} required />
        {isOfMember ? (
          <RadioField name="role" label={t("invite.role")} options={optionsOf(memberRoles)} required />
        ) : (
          <SelectField name="role" label={t("invite.role")} options={optionsOf([...houseRoles, ...memberRoles])} required />
        )}
        {wantsFirm && <MemberPick />}
        <Submit busy={send.busy}>{t("invite.act")}</Submit>
      </Form>
    </Watched>
  );
}

const inputOf = (values: Values) => ({ email: values["email"] ?? "", role: roleOf(values["role"]) ?? "MEMBER_EDITOR", memberId: values["memberId"] ?? null });
