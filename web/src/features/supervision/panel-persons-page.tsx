import { useSuspenseQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { graphql } from "../../gql/index.ts";
import type { PanelPersonsPageQuery as Answer } from "../../gql/graphql.ts";
import { today, useFormat } from "../../lib/format.ts";
import { useAction } from "../../lib/use-action.ts";
import { useSession } from "../../lib/use-session.ts";
import { Badge } from "../../ui/badge.tsx";
import { ConfirmButton } from "../../ui/confirm-button.tsx";
import { Empty } from "../../ui/empty.tsx";
import { TextField } from "../../ui/fields.tsx";
import { FormDialog } from "../../ui/form-dialog.tsx";
import { Named } from "../../ui/named.tsx";
import { Page, Section } from "../../ui/page.tsx";
import { Stack } from "../../ui/stack.tsx";
import { Table, whole } from "../../ui/table.tsx";
import { MemberPick } from "./member-pick.tsx";

const PanelPersonsPageDocument = graphql(`
  query PanelPersonsPage { panelPersons { userId name affiliations { id nature since until member { id name } } } }
`);
const PanelPersonsPageDeclare = graphql(`
  mutation PanelPersonsPageDeclare($input: PanelAffiliationDeclareInput!) { panelAffiliationDeclare(input: $input) { affiliation { id } problems { code path } } }
`);
const PanelPersonsPageEnd = graphql(`
  mutation PanelPersonsPageEnd($id: ID!) { panelAffiliationEnd(id: $id) { affiliation { id until } problems { code path } } }
`);

type Person = Answer["panelPersons"][number];
type Tie = Person["affiliations"][number];

/** Who sits on panels, and the firms they belong to: for those, and for their competitors, they never decide. */
export function PanelPersonsPage() {
  const { t } = useTranslation("supervision");
  const { panelPersons } = useSuspenseQuery(PanelPersonsPageDocument, { fetchPolicy: "cache-and-network" }).data;
  return (
    <Page title={t("persons.title")} lead={t("persons.lead")}>
      {panelPersons.length === 0 ? <Empty title={t("persons.none")} /> : panelPersons.map((person) => <PersonTies key={person.userId} of={person} />)}
    </Page>
  );
}

function PersonTies({ of: { userId, name, affiliations } }: { of: Person }) {
  const { t } = useTranslation("supervision");
  const { text, date } = useFormat();
  const { viewer, may } = useSession();
  const isOwn = userId === viewer?.id;
  const mayDeclare = may("PANEL_KEEP") || (isOwn && may("PANEL_DECLARE"));
  const mayEnd = ({ until }: Tie) => until === null && may("PANEL_KEEP") && !isOwn;
  const acts = affiliations.some(mayEnd) ? [{ key: "act", title: t("plan.act"), render: (tie: Tie) => mayEnd(tie) && <EndTie of={tie} person={name} /> }] : [];
  return (
    <Section title={isOwn ? t("persons.yourself", { name }) : name} actions={mayDeclare && <DeclareTie userId={userId} name={name} />}>
      {affiliations.length === 0 ? (
        <p>{t("persons.noTies")}</p>
      ) : (
        <Stack>
          <Table
            of={whole(affiliations)}
            caption={t("persons.tiesOf", { name })}
            columns={[
              { key: "firm", title: t("persons.firm"), render: ({ member, nature }) => <Named name={may("MEMBER_LIST") ? <Link to={`/members/${member.id}`}>{text(member.name)}</Link> : text(member.name)} note={nature} /> },
              { key: "since", title: t("persons.since"), unbroken: true, render: ({ since }) => date(since) },
              { key: "until", title: t("persons.until"), unbroken: true, render: ({ until }) => (until === null ? <Badge tone="wait">{t("persons.lasts")}</Badge> : date(until)) },
              ...acts,
            ]}
          />
        </Stack>
      )}
    </Section>
  );
}

function DeclareTie({ userId, name }: { userId: string; name: string }) {
  const { t } = useTranslation("supervision");
  const declare = useAction(PanelPersonsPageDeclare, { creates: true, refreshes: true });
  return (
    <FormDialog
      act={t("persons.add")}
      about={name}
      title={t("persons.addTitle", { name })}
      action={declare}
      onSubmit={({ memberId = "", nature = "", since = "" }) => declare.run({ input: { userId, memberId, nature, since } })}
    >
      <MemberPick label={t("persons.firm")} />
      <TextField name="nature" label={t("persons.nature")} hint={t("persons.natureHint")} maxLength={300} required />
      <TextField name="since" type="date" label={t("persons.since")} max={today()} width="middle" required />
    </FormDialog>
  );
}

function EndTie({ of: { id, member }, person }: { of: Tie; person: string }) {
  const { t } = useTranslation("supervision");
  const { text } = useFormat();
  const end = useAction(PanelPersonsPageEnd, { refreshes: true });
  const firm = text(member.name);
  return (
    <ConfirmButton label={t("persons.end")} about={firm} title={t("persons.endTitle", { firm })} onConfirm={() => end.run({ id })} busy={end.busy} problems={end.problems}>
      <p>{t("persons.endWhat", { firm, person })}</p>
    </ConfirmButton>
  );
}
