import { useQuery } from "@apollo/client/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { graphql } from "../../gql/index.ts";
import type { CreditSimulationInput, GradeSimulationQuery as Answer } from "../../gql/graphql.ts";
import { useFormat } from "../../lib/format.ts";
import { Figures } from "../../ui/figures.tsx";
import { Loading } from "../../ui/loading.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Stack } from "../../ui/stack.tsx";
import { ChangeParts } from "./change-parts.tsx";
import { SimulationForm } from "./simulation-form.tsx";
import { useSigned } from "./signed.ts";

const GradeSimulationQuery = graphql(`
  query GradeSimulation($memberId: ID!, $input: CreditSimulationInput!) {
    creditSimulation(memberId: $memberId, input: $input) {
      difference
      scheme { version kinds { code name effect } }
      today { state score grade areas { code leaves { key settleable words entry { id } } } }
      supposed { state score grade }
      parts { ...ChangeParts_part }
    }
  }
`);

type Simulation = NonNullable<Answer["creditSimulation"]>;

const nothing: CreditSimulationInput = { entries: [], settled: [] };

/** What would change a member's grade: something is supposed, the house reckons, and nothing of it is stored. */
export function GradeSimulation({ memberId }: { memberId: string }) {
  const { t } = useTranslation("credit");
  const [input, setInput] = useState(nothing);
  const { data, previousData, error, loading } = useQuery(GradeSimulationQuery, { variables: { memberId, input }, fetchPolicy: "cache-and-network" });
  if (error) return <Notice tone="bad" title={t("simulation.failed")} />;
  const simulation = (data ?? previousData)?.creditSimulation;
  if (simulation === undefined) return <Loading />;
  if (simulation === null) return <p>{t("simulation.none")}</p>;
  const isSupposed = input.entries.length + input.settled.length > 0;
  return (
    <Stack>
      <p>{t("simulation.lead")}</p>
      <SimulationForm kinds={simulation.scheme.kinds} open={openIn(simulation)} busy={loading} onSuppose={setInput} />
      {isSupposed && <Result of={simulation} />}
    </Stack>
  );
}

const openIn = ({ today }: Simulation) =>
  today.areas.flatMap(({ leaves }) => leaves).flatMap(({ settleable, entry, words }) => (settleable && entry ? [{ id: entry.id, words }] : []));

function Result({ of: { today, supposed, difference, parts } }: { of: Simulation }) {
  const { t } = useTranslation("credit");
  const { decimal } = useFormat();
  const signed = useSigned();
  const told = ({ grade, score }: Simulation["supposed"]) => (grade && score ? t("simulation.gradeAndScore", { grade, score: decimal(score) }) : t("notRated.short"));
  const bothRated = Boolean(today.score && supposed.score);
  return (
    <Stack>
      <div role="status">
        <Figures
          of={[
            { key: "today", label: t("simulation.today"), value: told(today) },
            { key: "supposed", label: t("simulation.supposed"), value: told(supposed), note: bothRated ? t("simulation.by", { difference: signed(difference) }) : undefined },
          ]}
        />
      </div>
      {bothRated && <ChangeParts of={parts} caption={t("simulation.parts")} />}
    </Stack>
  );
}
