import { useTranslation } from "react-i18next";
import type { IndicatorState } from "../../gql/graphql.ts";
import { useFormat } from "../../lib/format.ts";
import type { Localized } from "../../lib/language.ts";
import { Badge } from "../../ui/badge.tsx";
import { Row } from "../../ui/stack.tsx";
import { useValue } from "./use-value.ts";

interface LiveValueProps {
  of: { state: IndicatorState; value: string | null; n: string | null; figures: readonly { code: string; value: string | null }[] };
  indicator: { unit: Localized; figures: readonly { code: string; name: Localized; unit: Localized }[] };
  /** What stands in the fields was refused, so that this is not what they come to. */
  isOutdated: boolean;
}

/** What the figures kept so far come to; a nought below the line is "no data", never 0 % or 100 %. */
export function LiveValue({ of, indicator, isOutdated }: LiveValueProps) {
  const { t } = useTranslation("assessments");
  const { text } = useFormat();
  const value = useValue();
  const further = indicator.figures.flatMap((figure) => {
    const found = of.figures.find(({ code }) => code === figure.code)?.value ?? null;
    return found === null ? [] : [`${text(figure.name)} ${value(found, figure.unit)}`];
  });
  return (
    <div role="status">
      <Row>
        <span>{t(isOutdated ? "value.before" : "value.label")}</span>
        {of.value === null ? <Badge>{t(`indicatorState.${of.state}`)}</Badge> : <strong>{value(of.value, indicator.unit)}</strong>}
        {of.value !== null && of.state !== "RATED" && <Badge tone="wait">{t(`indicatorState.${of.state}`)}</Badge>}
        {further.map((words) => <small key={words}>{words}</small>)}
      </Row>
    </div>
  );
}
