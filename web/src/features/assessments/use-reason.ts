import { useTranslation } from "react-i18next";
import type { ScoreReasonCode } from "../../gql/graphql.ts";
import { useFormat } from "../../lib/format.ts";
import type { Localized } from "../../lib/language.ts";
import { useValue } from "./use-value.ts";

type Named = "value" | "target" | "limit" | "lost" | "declared" | "n" | "minimum";
type Reason = { code: ScoreReasonCode } & { [Name in Named]: string | null };

/** Puts a reason and its figures into a sentence. */
export function useReason(): (reason: Reason, unit: Localized) => string {
  const { t } = useTranslation("assessments");
  const { decimal } = useFormat();
  const write = useValue();
  return ({ code, value, target, limit, lost, declared, n, minimum }, unit) =>
    t(`reason.${code}`, {
      value: value === null ? "" : write(value, unit),
      target: target === null ? "" : write(target, unit),
      declared: declared === null ? t("blank") : write(declared, unit),
      limit: decimal(limit ?? "0"),
      lost: decimal(lost ?? "0"),
      n: decimal(n ?? "0"),
      minimum: decimal(minimum ?? "0"),
    });
}
