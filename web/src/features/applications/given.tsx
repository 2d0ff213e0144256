import { useTranslation } from "react-i18next";
import type { ProductLine, SiteUse, SizeClass } from "../../gql/graphql.ts";
import { useFormat } from "../../lib/format.ts";
import { languageNames, languages, type Localized } from "../../lib/language.ts";
import type { Answer } from "../../ui/facts.tsx";

interface Stated {
  name: Localized;
  creditCode: string;
  region: { name: Localized } | null;
  sizeClass: SizeClass | null;
  productLines: readonly ProductLine[];
  sites: readonly { name: string; use: SiteUse; address: string }[];
  contact: { name: string; phone: string; email: string };
  evidence: readonly { name: string }[];
}

/** What a firm has stated, each with the page on which it is changed. */
export function useStated(): (of: Stated) => Answer[] {
  const { t } = useTranslation(["applications", "members"]);
  const { text, list, colon } = useFormat();
  const orNone = (value: string) => value || "–";
  return ({ name, creditCode, region, sizeClass, productLines, sites, contact, evidence }) => [
    { label: t("name.title"), value: <Lines of={languages.filter((language) => name[language] !== "").map((language) => `${languageNames[language]}${colon}${name[language]}`)} />, changeAt: "?step=firm" },
    { label: t("members:creditCode"), value: orNone(creditCode), changeAt: "?step=firm" },
    { label: t("members:region"), value: orNone(region ? text(region.name) : ""), changeAt: "?step=firm" },
    { label: t("members:sizeClass"), value: sizeClass ? t(`members:size.${sizeClass}`) : "–", changeAt: "?step=scope" },
    { label: t("members:productLines"), value: orNone(list(productLines.map((line) => t(`members:line.${line}`)))), changeAt: "?step=scope" },
    { label: t("members:sites.title"), value: <Lines of={sites.map((site) => `${site.name} (${t(`members:siteUse.${site.use}`)}) · ${site.address}`)} />, changeAt: "?step=sites" },
    { label: t("contact.title"), value: <Lines of={[contact.name, contact.email, contact.phone].filter((line) => line !== "")} />, changeAt: "?step=contact" },
    { label: t("evidence.title"), value: <Lines of={evidence.map((file) => file.name)} />, changeAt: "?step=evidence" },
  ];
}

const Lines = ({ of }: { of: readonly string[] }) => (of.length === 0 ? "–" : of.map((line, place) => <div key={place}>{line}</div>));
