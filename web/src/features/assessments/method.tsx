import { useTranslation } from "react-i18next";
import { useFormat } from "../../lib/format.ts";
import { Badge } from "../../ui/badge.tsx";
import { Disclosure } from "../../ui/disclosure.tsx";
import { Facts } from "../../ui/facts.tsx";
import { Stack } from "../../ui/stack.tsx";
import type { FillIndicator } from "./fill-data.ts";

type Judged = Pick<FillIndicator, "notes" | "scoring" | "weight" | "minimumCount" | "sensitive" | "shownWith" | "alsoKnownAs" | "figures">;

/** How an indicator is read and judged, with the mark of what the association decided. */
export function Method({ of }: { of: Judged }) {
  const { t } = useTranslation("assessments");
  const { text, decimal, list } = useFormat();
  const { scoring } = of;
  const on = of.figures.find(({ code }) => code === scoring.on)?.name;
  const bounds = Object.fromEntries(
    (["zeroAt", "fullAt", "zeroBelow", "fullFrom", "fullTo", "zeroAbove"] as const).map((name) => [name, decimal(scoring[name] ?? "0")]),
  );
  return (
    <Disclosure label={t("method.label")}>
      <Stack gap="small">
        <p>{text(of.notes)}</p>
        <Facts
          of={[
            { label: t("method.scoring"), value: t(`method.${scoring.direction}`, bounds), note: on ? t("method.on", { figure: text(on) }) : undefined },
            { label: t("method.weight"), value: t("method.weightOf", { weight: decimal(of.weight) }) },
            ...(of.minimumCount === null ? [] : [{ label: t("method.minimum"), value: t("method.minimumOf", { count: of.minimumCount }) }]),
            ...(of.shownWith.length === 0 ? [] : [{ label: t("method.shownWith"), value: list(of.shownWith) }]),
            ...(of.alsoKnownAs.length === 0 ? [] : [{ label: t("method.alsoKnownAs"), value: list(of.alsoKnownAs.map(({ number, name }) => `${number} ${text(name)}`)) }]),
            ...(of.sensitive ? [{ label: t("method.sensitive"), value: t("method.sensitiveOf") }] : []),
          ]}
        />
        <Badge tone="note">{t("associationDecision")}</Badge>
      </Stack>
    </Disclosure>
  );
}
