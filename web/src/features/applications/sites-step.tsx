import { useSuspenseQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import type { ApplicationSiteInput } from "../../gql/graphql.ts";
import { today, useFormat } from "../../lib/format.ts";
import { ConfirmButton } from "../../ui/confirm-button.tsx";
import { Empty } from "../../ui/empty.tsx";
import { type Option, SelectField, TextField } from "../../ui/fields.tsx";
import { FormDialog } from "../../ui/form-dialog.tsx";
import type { Values } from "../../ui/form-context.ts";
import { Named } from "../../ui/named.tsx";
import { Row } from "../../ui/stack.tsx";
import { Table, whole } from "../../ui/table.tsx";
import { oneOf, siteUses } from "./choices.ts";
import { RegionsQuery } from "./firm-step.tsx";
import { type Own, within } from "./own-data.ts";
import { OnFrom, StepPage } from "./step-page.tsx";
import { useSaving } from "./use-saving.ts";

/** Where the firm trades and keeps its goods; each change is saved at once. */
export function SitesStep({ own, token }: { own: Own; token: string }) {
  const { t } = useTranslation(["applications", "members"]);
  const { text, date } = useFormat();
  const regions = useSuspenseQuery(RegionsQuery).data.regions.map(({ code, name }) => ({ value: code, label: text(name) }));
  const saving = useSaving(own, token);
  const sites = own.sites.map(({ name, use, address, openedOn, region }) => ({ name, use, address, openedOn, region: region.code }));
  const saveAs = (place: number) => ({ busy: saving.busy, problems: within(saving.problems, `sites.${place}`) });
  const acts = ({ place, site }: { place: number; site: ApplicationSiteInput }) => (
    <Row>
      <FormDialog act={t("members:change")} about={site.name} title={t("members:sites.change")} action={saveAs(place)} onSubmit={(values) => saving.save({ sites: sites.with(place, siteFrom(values)) })}>
        <SiteFields regions={regions} of={site} />
      </FormDialog>
      <ConfirmButton label={t("sites.remove")} about={site.name} title={t("sites.removeTitle", { name: site.name })} onConfirm={() => saving.save({ sites: sites.toSpliced(place, 1) })} busy={saving.busy} problems={saving.problems}>
        {t("sites.removeWhat")}
      </ConfirmButton>
    </Row>
  );
  return (
    <StepPage step="sites">
      <Table
        of={whole(sites.map((site, place) => ({ id: String(place), place, site, region: own.sites[place]?.region.name })))}
        caption={t("members:sites.title")}
        empty={<Empty title={t("sites.none")} />}
        columns={[
          { key: "name", title: t("members:name"), render: ({ site, region }) => <Named name={site.name} note={`${region ? text(region) : ""} · ${site.address}`} /> },
          { key: "use", title: t("members:sites.use"), render: ({ site }) => t(`members:siteUse.${site.use}`) },
          { key: "opened", title: t("members:sites.openedOn"), unbroken: true, render: ({ site }) => date(site.openedOn) },
          { key: "act", title: t("members:act"), render: acts },
        ]}
      />
      <Row>
        <FormDialog act={t("members:sites.add")} title={t("members:sites.add")} action={saveAs(sites.length)} onSubmit={(values) => saving.save({ sites: [...sites, siteFrom(values)] })}>
          <SiteFields regions={regions} of={blank} />
        </FormDialog>
        {sites.length > 0 && <OnFrom step="sites" />}
      </Row>
    </StepPage>
  );
}

const blank = { name: "", use: "", region: "", address: "", openedOn: "" };

const siteFrom = ({ name = "", use = "", region = "", address = "", openedOn = "" }: Values): ApplicationSiteInput => ({ name, use: oneOf(siteUses, use) ?? "OFFICE", region, address, openedOn });

function SiteFields({ regions, of }: { regions: readonly Option[]; of: typeof blank }) {
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
