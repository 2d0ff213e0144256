import { useSuspenseQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { graphql } from "../../gql/index.ts";
import type { RewardKind } from "../../gql/graphql.ts";
import { today, useFormat } from "../../lib/format.ts";
import { useAction } from "../../lib/use-action.ts";
import { useSession } from "../../lib/use-session.ts";
import { Empty } from "../../ui/empty.tsx";
import { RadioField } from "../../ui/fields.tsx";
import { FormDialog } from "../../ui/form-dialog.tsx";
import type { Values } from "../../ui/form-context.ts";
import { Named } from "../../ui/named.tsx";
import { Section } from "../../ui/page.tsx";
import { Table } from "../../ui/table.tsx";
import { RoundBadge } from "./reward-badge.tsx";

const RoundsQuery = graphql(`
  query RewardRounds {
    rewardRounds(first: 20) {
      edges { node { id kind year state candidates qualified struck openedAt } }
      pageInfo { hasNextPage endCursor }
    }
  }
`);
const RoundsOpen = graphql(`
  mutation RewardRoundsOpen($input: RewardRoundOpenInput!) {
    rewardRoundOpen(input: $input) { round { id } problems { code path } }
  }
`);

const yearly = ["HONOUR_LIST", "EXCELLENT_SERVICE_ENTERPRISE"] as const satisfies readonly RewardKind[];

/** The latest yearly rounds, twenty at most: ten years of both kinds; and the opening of another. */
export function Rounds() {
  const { t } = useTranslation("rewards");
  const { dayOf, number } = useFormat();
  const { may } = useSession();
  const { rewardRounds } = useSuspenseQuery(RoundsQuery).data;
  return (
    <Section title={t("rounds.title")} actions={may("REWARD_SELECT") && <OpenRound />}>
      <Table
        of={rewardRounds}
        caption={t("rounds.title")}
        empty={<Empty title={t("rounds.none")} />}
        columns={[
          { key: "round", title: t("rounds.round"), render: ({ id, kind, year }) => <Named to={`/rewards/rounds/${id}`} name={t("ofYear", { what: t(`kind.${kind}`), year })} /> },
          { key: "state", title: t("state.title"), render: ({ state }) => <RoundBadge of={state} /> },
          { key: "candidates", title: t("rounds.candidates"), numeric: true, render: ({ candidates }) => number(candidates) },
          { key: "qualified", title: t("rounds.qualified"), numeric: true, render: ({ qualified }) => number(qualified) },
          { key: "struck", title: t("rounds.struck"), numeric: true, render: ({ struck }) => number(struck) },
          { key: "opened", title: t("rounds.opened"), unbroken: true, render: ({ openedAt }) => dayOf(openedAt) },
        ]}
      />
    </Section>
  );
}

function OpenRound() {
  const { t } = useTranslation("rewards");
  const navigate = useNavigate();
  const open = useAction(RoundsOpen, { creates: true, refreshes: true });
  const year = Number(today().slice(0, 4));
  const submit = async (values: Values) => {
    const kind = yearly.find((each) => each === values["kind"]) ?? "HONOUR_LIST";
    const opened = await open.run({ input: { kind, year: Number(values["year"]) } });
    const round = opened?.rewardRoundOpen.round;
    if (round) await navigate(`/rewards/rounds/${round.id}`);
    return opened;
  };
  return (
    <FormDialog act={t("open.act")} title={t("open.title")} action={open} onSubmit={submit}>
      <p>{t("open.what")}</p>
      <RadioField name="kind" label={t("kind.title")} required options={yearly.map((value) => ({ value, label: t(`kind.${value}`) }))} />
      <RadioField name="year" label={t("open.year")} required options={[year, year - 1].map((each) => ({ value: String(each), label: String(each) }))} />
    </FormDialog>
  );
}
