import { useTranslation } from "react-i18next";
import type { MemberStatus } from "../../gql/graphql.ts";
import { Badge } from "../../ui/badge.tsx";

const tones = { ACTIVE: "good", GRACE: "wait", SUSPENDED: "bad", LAPSED: "plain", EXPELLED: "bad", WITHDRAWN: "plain" } as const;

export const toneOf = (status: MemberStatus) => tones[status];

export function StatusBadge({ of }: { of: MemberStatus }) {
  const { t } = useTranslation("members");
  return <Badge tone={tones[of]}>{t(`status.${of}`)}</Badge>;
}
