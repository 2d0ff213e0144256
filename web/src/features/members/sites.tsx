import { useSuspenseQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { graphql, useFragment, type FragmentType } from "../../gql/index.ts";
import { today, useFormat } from "../../lib/format.ts";
import { useAction } from "../../lib/use-action.ts";
import { Badge } from "../../ui/badge.tsx";
import { Empty } from "../../ui/empty.tsx";
import { type Option, SelectField, TextField } from "../../ui/fields.tsx";
import { FormDialog } from "../../ui/form-dialog.tsx";
import type { Values } from "../../ui/form-context.ts";
import { Named } from "../../ui/named.tsx";
import { Section } from "../../ui/page.tsx";
import { Row } from "../../ui/stack.tsx";
import { Table, whole } from "../../ui/table.tsx";
import { siteUses } from "./choices.ts";

export const SitesMember = graphql(`
  fragment Sites_member on Member {
    id
    mayKeep: viewerMay(act: MEMBER_KEEP)
    sites { id revision name use address openedOn closedOn region { code name } }
  }
`);
const SitesRegions = graphql(`query SitesRegions { regions { code name } }`);
const SitesAdd = graphql(`
  mutation SitesAdd($memberId: ID!, $input: MemberSiteAddInput!) {
    act: memberSiteAdd(memberId: $memberId, input: $input) { member { id ...Sites_member } problems { code path } }
  }
`);
const SitesChange = graphql(`
  mutation SitesChange($id: ID!, $input: MemberSiteChangeInput!) {
    act: memberSiteChange(id: $id, input: $input) { member { id ...Sites_member } problems { code path } }
  }
`);
const SitesClose = graphql(`
  mutation SitesClose($id: ID!, $input: MemberSiteCloseInput!) {
    act: memberSiteClose(id: $id, input: $input) { member { id ...Sites_member } problems { code path } }
  }
`);

/** Where a firm trades and keeps its goods. */
export function Sites({ of }: { of: FragmentType<typeof SitesMember> }) {
  const { t } = useTranslation("members");
  const { text, date } = useFormat();
  const { id: memberId, mayKeep, sites } = useFragment(SitesMember, of);
  const regions = useSuspenseQuery(SitesRegions).data.regions.map(({ code, name }) => ({ value: code, label: text(name) }));
  const add = useAction(SitesAdd, { creates: true });
  const change = useAction(SitesChange, { refreshes: true });
  const close = useAction(SitesClose, { refreshes: true });
  const acts = ({ id, revision, ...site }: (typeof sites)[number]) => (
    <Row>
      <FormDialog act={t("change")} about={site.name} title={t("sites.change")} action={change} onSubmit={(values) => change.run({ id, input: { revision, ...inputOf(values) } })}>
        <SiteFields regions={regions} of={{ ...site, region: site.region.code }} />
      </FormDialog>
      {!site.closedOn && (
        <FormDialog act={t("sites.close")} about={site.name} title={t("sites.closeTitle", { name: site.name })} action={close} onSubmit={({ closedOn = "" }) => close.run({ id, input: { revision, closedOn } })}>
          <TextField name="closedOn" type="date" label={t("sites.closedOn")} hint={t("sites.closeHint")} min={site.openedOn} max={today()} defaultValue={today()} width="middle" required />
        </FormDialog>
      )}
    </Row>
  );
  return (
    <Section
      title={t("sites.title")}
      actions={mayKeep && <FormDialog act={t("sites.add")} title={t("sites.add")} action={add} onSubmit={(values) => add.run({ memberId, input: inputOf(values) })}><SiteFields regions={regions} /></FormDialog>}
    >
      <Table
        of={whole(sites)}
        caption={t("sites.title")}
        empty={<Empty title={t("sites.none")} />}
        columns={[
          { key: "name", title: t("name"), render: ({ name, address, region }) => <Named name={name} note={`${text(region.name)} · ${address}`} /> },
          { key: "use", title: t("sites.use"), render: ({ use }) => t(`siteUse.${use}`) },
          { key: "opened", title: t("sites.openedOn"), unbroken: true, render: ({ openedOn }) => date(openedOn) },
          { key: "state", title: t("sites.state"), render: ({ closedOn }) => <Badge tone={closedOn ? "plain" : "good"}>{closedOn ? t("sites.closedSince", { date: date(closedOn) }) : t("sites.inUse")}</Badge> },
          ...(mayKeep ? [{ key: "act", title: t("act"), screenOnly: true, render: acts }] : []),
        ]}
      />
    </Section>
  );
}

const inputOf = ({ name = "", use = "", region = "", address = "", openedOn = "" }: Values) => ({ name, use: siteUses.find((each) => each === use) ?? "OFFICE", region, address, openedOn });

const blank = { name: "", use: "", region: "", address: "", openedOn: "" };

function SiteFields({ regions, of = blank }: { regions: readonly Option[]; of?: typeof blank }) {
  const { t } = useTranslation("members");
  return (
    <>
      <TextField name="name" label={t("name")} defaultValue={of.name} maxLength={120} required />
      <SelectField name="use" label={t("sites.use")} defaultValue={of.use} options={siteUses.map((value) => ({ value, label: t(`siteUse.${value}`) }))} required />
      <SelectField name="region" label={t("region")} defaultValue={of.region} options={regions} required />
      <TextField name="address" label={t("sites.address")} defaultValue={of.address} maxLength={300} required />
      <TextField name="openedOn" type="date" label={t("sites.openedOn")} defaultValue={of.openedOn} max={today()} width="middle" required />
    </>
  );
}
