import { useTranslation } from "react-i18next";
import { graphql, useFragment, type FragmentType } from "../../gql/index.ts";
import { useFormat } from "../../lib/format.ts";
import { languageNames, languages } from "../../lib/language.ts";
import { Empty } from "../../ui/empty.tsx";
import { Facts } from "../../ui/facts.tsx";
import { Files } from "../../ui/files.tsx";
import { Named } from "../../ui/named.tsx";
import { Section } from "../../ui/page.tsx";
import { Table, whole } from "../../ui/table.tsx";

const ApplicationStatedFields = graphql(`
  fragment ApplicationStated_application on Application {
    id name creditCode sizeClass productLines region { code name } contact { name phone email }
    sites { name use address openedOn region { code name } }
    evidence { id kind name mediaType size removedAt }
  }
`);

/** What the firm states of itself, and the files behind it. */
export function ApplicationStated({ of }: { of: FragmentType<typeof ApplicationStatedFields> }) {
  const { t } = useTranslation(["applications", "members"]);
  const { text, list, date, dateTime } = useFormat();
  const { name, creditCode, region, sizeClass, productLines, contact, sites, evidence } = useFragment(ApplicationStatedFields, of);
  return (
    <>
      <Section title={t("stated.title")}>
        <Facts
          of={[
            ...languages.map((language) => ({ label: t("name.in", { language: languageNames[language] }), value: name[language] || "–" })),
            { label: t("members:creditCode"), value: <code>{creditCode}</code> },
            { label: t("members:region"), value: region ? text(region.name) : "–" },
            { label: t("members:sizeClass"), value: sizeClass ? t(`members:size.${sizeClass}`) : "–" },
            { label: t("members:productLines"), value: list(productLines.map((line) => t(`members:line.${line}`))) },
            { label: t("contact.title"), value: contact.name, note: <><a href={`mailto:${contact.email}`}>{contact.email}</a> {contact.phone}</> },
          ]}
        />
      </Section>
      <Section title={t("members:sites.title")}>
        <Table
          of={whole(sites.map((site, place) => ({ id: String(place), ...site })))}
          caption={t("members:sites.title")}
          empty={<Empty />}
          columns={[
            { key: "name", title: t("members:name"), render: (site) => <Named name={site.name} note={`${text(site.region.name)} · ${site.address}`} /> },
            { key: "use", title: t("members:sites.use"), render: ({ use }) => t(`members:siteUse.${use}`) },
            { key: "opened", title: t("members:sites.openedOn"), unbroken: true, render: ({ openedOn }) => date(openedOn) },
          ]}
        />
      </Section>
      <Section title={t("evidence.title")}>
        <Files
          label={t("evidence.title")}
          shown
          of={evidence.map((file) => ({
            key: file.id, file, note: file.removedAt === null ? t(`evidence.kind.${file.kind}`) : t("evidence.removed", { kind: t(`evidence.kind.${file.kind}`), date: dateTime(file.removedAt) }),
          }))}
        />
      </Section>
    </>
  );
}
