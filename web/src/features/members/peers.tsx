import { useTranslation } from "react-i18next";
import { graphql, useFragment, type FragmentType } from "../../gql/index.ts";
import { Facts } from "../../ui/facts.tsx";
import { Section } from "../../ui/page.tsx";

export const PeersMember = graphql(`
  fragment Peers_member on Member { id sizeClass peerGroups { productLine members } }
`);

/** Whom a firm is compared with: how many, never who. */
export function Peers({ of }: { of: FragmentType<typeof PeersMember> }) {
  const { t } = useTranslation("members");
  const { sizeClass, peerGroups } = useFragment(PeersMember, of);
  return (
    <Section title={t("peers.title")}>
      <Facts
        of={peerGroups.map(({ productLine, members }) => ({
          label: `${t(`line.${productLine}`)} · ${t(`size.${sizeClass}`)}`,
          value: typeof members === "number" ? t("peers.members", { count: members }) : t("peers.few"),
        }))}
      />
    </Section>
  );
}
