import { Fragment } from "react";
import { useTranslation } from "react-i18next";
import { graphql } from "../../gql/index.ts";
import type { WorkOrderState } from "../../gql/graphql.ts";
import { useFormat } from "../../lib/format.ts";
import { useCursor, useFilter } from "../../lib/use-cursor.ts";
import { useLiveQuery } from "../../lib/use-live-query.ts";
import { Badge } from "../../ui/badge.tsx";
import { Empty } from "../../ui/empty.tsx";
import { FilterSelect } from "../../ui/filter-select.tsx";
import { Named } from "../../ui/named.tsx";
import { LiveProgress } from "../../ui/progress.tsx";
import { Stack } from "../../ui/stack.tsx";
import { Table } from "../../ui/table.tsx";
import { Tabs } from "../../ui/tabs.tsx";
import { RetryButton } from "./retry-button.tsx";

const WorkOrdersQuery = graphql(`
  query WorkOrders($first: Int!, $after: String, $filter: WorkOrderFilter!) {
    workOrders(first: $first, after: $after, filter: $filter) {
      edges { node { id queue name state attempts progressDone progressTotal error orderedAt finishedAt ...RetryButton_order } }
      pageInfo { hasNextPage endCursor }
      totalCount
    }
  }
`);

const states = ["FAILED", "ACTIVE", "ORDERED", "DONE"] as const satisfies readonly WorkOrderState[];
const tones = { FAILED: "bad", ACTIVE: "note", ORDERED: "wait", DONE: "good" } as const;

const always = () => true;

/** The orders themselves, newest first, with what went wrong and how to order again what was given up. */
export function WorkOrders({ queues }: { queues: readonly string[] }) {
  const { t } = useTranslation("operations");
  const { dateTime, number } = useFormat();
  const [chosen, setFilter] = useFilter("state", "queue");
  const state = states.find((each) => each === chosen.state) ?? null;
  const cursor = useCursor(25);
  const { workOrders } = useLiveQuery(WorkOrdersQuery, { ...cursor.variables, filter: { state, queue: chosen.queue } }, always, 3000);
  return (
    <Stack>
      <Tabs
        label={t("state.title")}
        chosen={state ?? ""}
        onChoose={(value) => setFilter({ state: value })}
        of={[{ value: "", label: t("all") }, ...states.map((each) => ({ value: each, label: t(`state.${each}`) }))]}
      />
      <FilterSelect
        label={t("queue")}
        all={t("allQueues")}
        options={queues.map((queue) => ({ value: queue, label: t(`queueName.${queue}`, { defaultValue: queue }) }))}
        chosen={chosen.queue}
        onChoose={(queue) => setFilter({ queue })}
      />
      <Table
        of={workOrders}
        cursor={cursor}
        caption={t("orders")}
        empty={<Empty title={t(state === "FAILED" ? "noFailed" : "noOrders")} />}
        columns={[
          { key: "order", title: t("order"), render: ({ name, id }) => <Named name={t(`job.${name}`, { defaultValue: name })} note={<WorkKey of={id} />} /> },
          {
            key: "state",
            title: t("state.title"),
            render: (order) => (
              <Stack gap="small">
                <span>
                  <Badge tone={tones[order.state]}>{t(`state.${order.state}`)}</Badge>
                </span>
                {order.state === "ACTIVE" && typeof order.progressTotal === "number" && <LiveProgress label={t("progress")} done={order.progressDone ?? 0} total={order.progressTotal} />}
              </Stack>
            ),
          },
          { key: "ordered", title: t("orderedAt"), render: ({ orderedAt }) => dateTime(orderedAt) },
          { key: "attempts", title: t("attempts"), numeric: true, render: ({ attempts }) => number(attempts) },
          { key: "error", title: t("error"), render: ({ error }) => error ?? "–" },
          { key: "act", title: t("act"), render: (order) => <RetryButton of={order} /> },
        ]}
      />
    </Stack>
  );
}

/** The key of an order, which may be broken over lines at its points and nowhere else. */
const WorkKey = ({ of }: { of: string }) => (
  <code>
    {of.split(/(?<=\.)/).map((part, place) => (
      <Fragment key={place}>
        {place > 0 && <wbr />}
        {part}
      </Fragment>
    ))}
  </code>
);
