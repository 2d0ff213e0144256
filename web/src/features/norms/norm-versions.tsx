import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { type FragmentType, graphql, useFragment } from "../../gql/index.ts";
import { useFormat } from "../../lib/format.ts";
import { Named } from "../../ui/named.tsx";
import { Section } from "../../ui/page.tsx";
import { Table, whole } from "../../ui/table.tsx";
import { StandingBadge } from "./standing-badge.tsx";

const NormVersionsNorm = graphql(`
  fragment NormVersions_norm on Norm {
    id
    versions { id number standing inForceOn }
  }
`);

/** Every version the viewer may read, newest first, each beside the one before it. */
export function NormVersions({ of }: { of: FragmentType<typeof NormVersionsNorm> }) {
  const { t } = useTranslation("norms");
  const { date } = useFormat();
  const { versions } = useFragment(NormVersionsNorm, of);
  const rows = versions.map((version, place) => ({ ...version, before: versions[place + 1] ?? null }));
  return (
    <Section title={t("versions.title")}>
      <Table
        of={whole(rows)}
        caption={t("versions.title")}
        columns={[
          { key: "number", title: t("version"), render: ({ id, number }) => <Named to={`/norms/versions/${id}`} name={t("versionNumbered", { version: number })} /> },
          { key: "standing", title: t("standing.title"), render: ({ standing }) => <StandingBadge of={standing} /> },
          { key: "since", title: t("versions.from"), unbroken: true, render: ({ inForceOn }) => (inForceOn ? date(inForceOn) : "–") },
          {
            key: "compare",
            title: t("compare.title"),
            render: ({ id, before }) => before ? <Link to={`/norms/versions/${before.id}/compare/${id}`}>{t("compare.withBefore", { version: before.number })}</Link> : "–",
          },
        ]}
      />
    </Section>
  );
}
