import { useTranslation } from "react-i18next";
import { graphql, useFragment, type FragmentType } from "../../gql/index.ts";
import type { ScoreTree_ScoreFragment } from "../../gql/graphql.ts";
import { useFormat } from "../../lib/format.ts";
import { Disclosure } from "../../ui/disclosure.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Stack } from "../../ui/stack.tsx";
import { Table, whole } from "../../ui/table.tsx";
import { LeafName } from "./score-leaf.tsx";
import { useSigned } from "./signed.ts";

const ScoreTreeScore = graphql(`
  fragment ScoreTree_score on CreditScore {
    state score grade
    areas {
      code name weight points contribution
      minimum { points grade }
      leaves { key role words share points contribution entry { id ...LeafEntry_entry } }
    }
    limits { grade areaName minimum entry { id words } }
  }
`);

type Area = ScoreTree_ScoreFragment["areas"][number];

/** A score from its areas down to its entries: what helped and what cost most first, then each area to be opened. */
export function ScoreTree({ of }: { of: FragmentType<typeof ScoreTreeScore> }) {
  const { t } = useTranslation("credit");
  const { text } = useFormat();
  const { areas, limits } = useFragment(ScoreTreeScore, of);
  const counted = areas.filter(({ leaves }) => leaves.length > 0);
  return (
    <Stack>
      {limits.map(({ grade, areaName, minimum, entry }) => (
        <Notice key={`${grade} ${text(areaName)} ${entry?.id ?? ""}`} tone="wait" title={t("tree.limited", { grade })}>
          <p>{entry ? t("tree.limitedByEntry", { words: text(entry.words) }) : t("tree.limitedByArea", { area: text(areaName), minimum: minimum ?? "" })}</p>
        </Notice>
      ))}
      <Largest of={areas} />
      {counted.map((area) => <AreaPart key={area.code} of={area} />)}
    </Stack>
  );
}

/** How many of each sign are told apart from the rest. */
const FEW = 3;

function Largest({ of }: { of: readonly Area[] }) {
  const { t } = useTranslation("credit");
  const { text } = useFormat();
  const signed = useSigned();
  const leaves = of.flatMap((area) => area.leaves.map((leaf) => ({ ...leaf, id: leaf.key, areaName: area.name, amount: Number(leaf.contribution ?? 0) })));
  const up = leaves.filter(({ amount, role }) => amount > 0 && role !== "BOUND").sort((a, b) => b.amount - a.amount).slice(0, FEW);
  const down = leaves.filter(({ amount, role }) => amount < 0 && role !== "BOUND").sort((a, b) => a.amount - b.amount).slice(0, FEW);
  if (up.length + down.length === 0) return null;
  return (
    <Table
      of={whole([...up, ...down])}
      caption={t("tree.largest")}
      captioned
      columns={[
        { key: "what", title: t("tree.what"), render: ({ words, entry }) => <LeafName words={text(words)} of={entry} /> },
        { key: "area", title: t("tree.area"), render: ({ areaName }) => text(areaName) },
        { key: "effect", title: t("tree.effect"), numeric: true, render: ({ contribution }) => signed(contribution) },
      ]}
    />
  );
}

function AreaPart({ of }: { of: Area }) {
  const { t } = useTranslation("credit");
  const { text, decimal, percent } = useFormat();
  const signed = useSigned();
  const { name, points, contribution, leaves, minimum } = of;
  const label = points ? t("tree.areaLine", { area: text(name), points: decimal(points), effect: signed(contribution) }) : t("tree.areaTaken", { area: text(name), effect: signed(contribution) });
  return (
    <Disclosure label={label}>
      <Table
        of={whole(leaves.map((leaf) => ({ ...leaf, id: leaf.key })))}
        caption={text(name)}
        columns={[
          { key: "what", title: t("tree.what"), render: ({ words, entry }) => <LeafName words={text(words)} of={entry} /> },
          { key: "role", title: t("tree.role"), render: ({ role }) => t(`role.${role}`) },
          { key: "share", title: t("tree.share"), numeric: true, render: ({ share }) => percent(share) },
          { key: "points", title: t("tree.points"), numeric: true, render: ({ points: own }) => signed(own) },
          { key: "effect", title: t("tree.effect"), numeric: true, render: ({ contribution: own }) => signed(own) },
        ]}
      />
      <p>{t("tree.minimum", { minimum: decimal(minimum.points), grade: minimum.grade })}</p>
    </Disclosure>
  );
}
