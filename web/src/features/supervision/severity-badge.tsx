import { useTranslation } from "react-i18next";
import type { Severity } from "../../gql/graphql.ts";
import { Badge } from "../../ui/badge.tsx";

export const severities = ["CRITICAL", "MAJOR", "MINOR"] as const satisfies readonly Severity[];

/** How each severity looks wherever it is shown. */
export const severityTones = { CRITICAL: "bad", MAJOR: "wait", MINOR: "note" } as const;

/** The severity an address names; null when it names none. */
export const severityOf = (text: string | null): Severity | null => severities.find((severity) => severity === text) ?? null;

export function SeverityBadge({ of }: { of: Severity }) {
  const { t } = useTranslation("supervision");
  return <Badge tone={severityTones[of]}>{t(`severity.${of}`)}</Badge>;
}
