import { useTranslation } from "react-i18next";
import { type FragmentType, graphql, useFragment } from "../../gql/index.ts";
import { useFormat } from "../../lib/format.ts";
import { Badge } from "../../ui/badge.tsx";
import { Facts } from "../../ui/facts.tsx";
import { Named } from "../../ui/named.tsx";
import { Section } from "../../ui/page.tsx";
import { Table, whole } from "../../ui/table.tsx";

export const SanctionLadderFragment = graphql(`
  fragment SanctionLadder_ladder on SanctionLadder {
    version effectiveFrom title
    steps { code name enabled namedInSource publishedDays }
    periods { answerDays appealDays appealDecisionDays }
  }
`);

/** Days of a year, as the ladder counts them. */
const YEAR = 365;

const capitalised = (name: string): string => name.replace(/^[a-z]/, (letter) => letter.toUpperCase());

/** What a breach can lead to, and how long those concerned have to answer and to appeal. */
export function SanctionLadder({ of }: { of: FragmentType<typeof SanctionLadderFragment> }) {
  const { t } = useTranslation("norms");
  const { text, date } = useFormat();
  const { title, version, effectiveFrom, steps, periods } = useFragment(SanctionLadderFragment, of);
  const lasting = (days: number) => (days % YEAR === 0 ? t("ladder.years", { count: days / YEAR }) : t("ladder.days", { count: days }));
  return (
    <Section title={text(title)}>
      <p>{t("ladder.lead")}</p>
      <Table
        of={whole(steps.map((step, place) => ({ ...step, id: step.code, place: place + 1 })))}
        caption={text(title)}
        empty={null}
        columns={[
          { key: "step", title: t("ladder.step"), render: ({ place, name, namedInSource }) => <Named name={`${place}. ${capitalised(text(name))}`} {...(namedInSource ? {} : { note: t("ladder.decided") })} /> },
          { key: "public", title: t("ladder.public"), render: ({ publishedDays }) => (publishedDays === 0 ? t("ladder.never") : lasting(publishedDays)) },
          { key: "use", title: t("ladder.use"), render: ({ enabled }) => <Named name={<Badge tone={enabled ? "good" : "plain"}>{t(enabled ? "ladder.on" : "ladder.off")}</Badge>} {...(enabled ? {} : { note: t("ladder.offWhy") })} /> },
        ]}
      />
      <Facts
        of={[
          { label: t("ladder.answer"), value: t("ladder.days", { count: periods.answerDays }) },
          { label: t("ladder.appeal"), value: t("ladder.days", { count: periods.appealDays }) },
          { label: t("ladder.decision"), value: t("ladder.days", { count: periods.appealDecisionDays }) },
          { label: t("version"), value: version, note: t("since", { date: date(effectiveFrom) }) },
        ]}
      />
    </Section>
  );
}
