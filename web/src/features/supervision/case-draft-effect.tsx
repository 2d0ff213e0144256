import { useTranslation } from "react-i18next";
import { useFormat } from "../../lib/format.ts";
import type { Localized } from "../../lib/language.ts";
import { Figures } from "../../ui/figures.tsx";
import { Notice } from "../../ui/notice.tsx";
import { type Effect } from "./mitigated-effect.ts";
import { capitalised } from "./sanction-words.ts";

interface NamedStep {
  code: string;
  name: Localized;
  enabled: boolean;
  publishedDays: number;
}

/** What the chosen step comes down to, before and after; said anew with every tick. */
export function CaseDraftEffect({ of: { from, to, publishedDays } }: { of: Effect<NamedStep> }) {
  const { t } = useTranslation("supervision");
  const { text } = useFormat();
  const daysOf = (days: number) => (days === 0 ? t("decision.notPublic") : t("decision.days", { count: days }));
  const name = ({ name: named }: NamedStep) => capitalised(text(named));
  return (
    <Notice title={t("draft.effect")}>
      <Figures
        of={[
          { key: "step", label: t("draft.imposed"), value: name(to), note: from.code === to.code ? t("draft.notDown") : t("draft.before", { what: name(from) }) },
          { key: "public", label: t("draft.public"), value: daysOf(publishedDays), note: t("draft.before", { what: daysOf(from.publishedDays) }) },
        ]}
      />
    </Notice>
  );
}
