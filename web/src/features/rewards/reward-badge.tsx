import { useTranslation } from "react-i18next";
import type { RewardRoundState, RewardState } from "../../gql/graphql.ts";
import { Badge } from "../../ui/badge.tsx";

const tones = { PROPOSED: "wait", IN_FORCE: "good", EXPIRED: "plain", DECLINED: "plain", REVOKED: "bad" } as const;
const roundTones = { OPEN: "wait", CONFIRMED: "good", DROPPED: "plain" } as const;

/** How a reward stands today. */
export function RewardBadge({ of }: { of: RewardState }) {
  const { t } = useTranslation("rewards");
  return <Badge tone={tones[of]}>{t(`state.${of}`)}</Badge>;
}

/** How a yearly round stands. */
export function RoundBadge({ of }: { of: RewardRoundState }) {
  const { t } = useTranslation("rewards");
  return <Badge tone={roundTones[of]}>{t(`roundState.${of}`)}</Badge>;
}
