import { useTranslation } from "react-i18next";
import type { NormStanding } from "../../gql/graphql.ts";
import { Badge } from "../../ui/badge.tsx";

const tones = { DRAFT: "plain", CONSULTATION: "wait", CONSULTED: "note", ADOPTED: "note", IN_FORCE: "good", SUPERSEDED: "plain" } as const;

export function StandingBadge({ of }: { of: NormStanding }) {
  const { t } = useTranslation("norms");
  return <Badge tone={tones[of]}>{t(`standing.${of}`)}</Badge>;
}
