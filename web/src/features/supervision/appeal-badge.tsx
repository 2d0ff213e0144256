import { useTranslation } from "react-i18next";
import type { AppealOutcome } from "../../gql/graphql.ts";
import { Badge } from "../../ui/badge.tsx";
import type { Tone } from "../../ui/tone.tsx";

const tones: Record<AppealOutcome, Tone> = { UPHELD: "bad", REDUCED: "note", SET_ASIDE: "good", WITHDRAWN: "plain" };

/** How an appeal ended, or that it has not. */
export function AppealBadge({ outcome }: { outcome: AppealOutcome | null }) {
  const { t } = useTranslation("supervision");
  return outcome === null ? <Badge tone="wait">{t("appeal.open")}</Badge> : <Badge tone={tones[outcome]}>{t(`appealOutcome.${outcome}`)}</Badge>;
}
