import { useTranslation } from "react-i18next";
import type { PledgeState } from "../../gql/graphql.ts";
import { Badge } from "../../ui/badge.tsx";

const tones = { SIGNED: "good", OUTDATED: "wait", UNSIGNED: "bad" } as const;

export function PledgeStateBadge({ of }: { of: PledgeState }) {
  const { t } = useTranslation("norms");
  return <Badge tone={tones[of]}>{t(`state.${of}`)}</Badge>;
}
