import { useTranslation } from "react-i18next";
import { useFormat } from "../../lib/format.ts";
import type { Localized } from "../../lib/language.ts";

interface Sanction {
  step: string | null;
  months: number | null;
}

/** Names a sanction as the ladder does, with its term where it has one; a dismissal where there is none. */
export function useSanctionWords(steps: readonly { code: string; name: Localized }[]): (sanction: Sanction) => string {
  const { t } = useTranslation("supervision");
  const { text } = useFormat();
  return ({ step, months }) => {
    if (step === null) return t("sanction.none");
    const known = steps.find(({ code }) => code === step);
    const name = capitalised(known ? text(known.name) : step);
    return months === null ? name : t("sanction.forMonths", { sanction: name, count: months });
  };
}

export const capitalised = (name: string): string => name.replace(/^[a-z]/, (letter) => letter.toUpperCase());
