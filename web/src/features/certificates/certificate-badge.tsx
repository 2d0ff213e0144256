import { useTranslation } from "react-i18next";
import type { CertificateStatus } from "../../gql/graphql.ts";
import { Badge } from "../../ui/badge.tsx";

const tones = { VALID: "good", SUSPENDED: "wait", WITHDRAWN: "bad", EXPIRED: "plain" } as const;

/** What anyone is told of a certificate; null while its paper is drawn. */
export function CertificateBadge({ of }: { of: CertificateStatus | null | undefined }) {
  const { t } = useTranslation("certificates");
  return of ? <Badge tone={tones[of]}>{t(`status.${of}`)}</Badge> : <Badge tone="wait">{t("status.DRAWN")}</Badge>;
}
