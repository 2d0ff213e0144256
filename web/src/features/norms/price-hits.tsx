import { useTranslation } from "react-i18next";
import { type FragmentType, graphql, useFragment } from "../../gql/index.ts";
import { languageNames, languageOf } from "../../lib/language.ts";
import { Table, whole } from "../../ui/table.tsx";

const PriceHitsAdoption = graphql(`
  fragment PriceHits_adoption on NormAdoption {
    hits { part language sentence reason }
  }
`);

/** Every sentence the price check found, with its place and the reason; nothing when it found none. */
export function PriceHits({ of }: { of: FragmentType<typeof PriceHitsAdoption> }) {
  const { t } = useTranslation("norms");
  const { hits } = useFragment(PriceHitsAdoption, of);
  if (hits.length === 0) return null;
  const named = (part: string) => (part === "title" || part === "preamble" ? t(`edit.${part}`) : part);
  return (
    <Table
      of={whole(hits.map((hit, place) => ({ ...hit, id: String(place) })))}
      caption={t("adoption.check")}
      columns={[
        { key: "sentence", title: t("hit.sentence"), roomy: true, render: ({ sentence }) => sentence },
        { key: "part", title: t("hit.part"), unbroken: true, render: ({ part }) => named(part) },
        { key: "language", title: t("hit.language"), unbroken: true, render: ({ language }) => languageNames[languageOf(language) ?? "en"] },
        { key: "reason", title: t("hit.reason"), roomy: true, render: ({ reason }) => t(`priceReason.${reason}`) },
      ]}
    />
  );
}
