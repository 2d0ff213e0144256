import { useTranslation } from "react-i18next";
import { useFormat } from "../../lib/format.ts";
import type { Localized } from "../../lib/language.ts";
import { Facts } from "../../ui/facts.tsx";
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
      <Facts
        of={[
          { label: t("draft.imposed"), value: <strong>{name(to)}</strong>, note: from.code === to.code ? t("draft.notDown") : t("draft.before", { what: name(from) }) },
          { label: t("draft.public"), value: <strong>{daysOf(publishedDays)}</strong>, note: t("draft.before", { what: daysOf(from.publishedDays) }) },
        ]}
      />
    </Notice>
  );
}
