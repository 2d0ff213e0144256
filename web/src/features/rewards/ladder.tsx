import { useSuspenseQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { graphql } from "../../gql/index.ts";
import { useFormat } from "../../lib/format.ts";
import { Badge } from "../../ui/badge.tsx";
import { Named } from "../../ui/named.tsx";
import { Section } from "../../ui/page.tsx";
import { Lines } from "./lines.tsx";
import { Table, whole } from "../../ui/table.tsx";

const LadderQuery = graphql(`
  query RewardLadder {
    rewardLadder { version effectiveFrom note steps { code name purpose months criteria { code words } effects { code words } } }
  }
`);

/** What rewards there are, what each asks and what it brings; the association's own decision. */
export function Ladder() {
  const { t } = useTranslation("rewards");
  const { text, date } = useFormat();
  const { version, effectiveFrom, note, steps } = useSuspenseQuery(LadderQuery).data.rewardLadder;
  return (
    <Section title={t("ladder.title")} actions={<Badge>{t("ladder.decided")}</Badge>}>
      <p>{text(note)}</p>
      <Table
        of={whole(steps.map((step) => ({ ...step, id: step.code })))}
        caption={t("ladder.title")}
        columns={[
          { key: "step", title: t("ladder.step"), render: ({ name, purpose }) => <Named name={text(name)} note={text(purpose)} /> },
          { key: "asks", title: t("ladder.asks"), roomy: true, render: ({ criteria }) => <Lines of={criteria.map(({ words }) => text(words))} /> },
          { key: "brings", title: t("ladder.brings"), roomy: true, render: ({ effects }) => <Lines of={effects.map(({ words }) => text(words))} /> },
          { key: "months", title: t("ladder.holds"), unbroken: true, render: ({ months }) => t("ladder.months", { count: months }) },
        ]}
      />
      <p>{t("ladder.version", { version, date: date(effectiveFrom) })}</p>
    </Section>
  );
}
