import { Suspense } from "react";
import { useTranslation } from "react-i18next";
import { graphql } from "../../gql/index.ts";
import { useFormat } from "../../lib/format.ts";
import { useLiveQuery } from "../../lib/use-live-query.ts";
import { Empty } from "../../ui/empty.tsx";
import { Figures } from "../../ui/figures.tsx";
import { Loading } from "../../ui/loading.tsx";
import { Named } from "../../ui/named.tsx";
import { Page, Section } from "../../ui/page.tsx";
import { Table, whole } from "../../ui/table.tsx";
import { useDuration } from "./use-duration.ts";
import { WorkOrders } from "./work-orders.tsx";

const OperationsPageQuery = graphql(`
  query OperationsPage {
    operations {
      at
      outbox { waiting seconds }
      queues { queue ordered active failed doneToday oldestWaitingSeconds }
    }
  }
`);

/** Above this age, in seconds, waiting work wants an operator's eye. */
const LATE = 60;

const always = () => true;

/** The queue board: how the work behind the portal stands, kept up to date while it is looked at. */
export function OperationsPage() {
  const { t } = useTranslation("operations");
  const { number, time } = useFormat();
  const duration = useDuration();
  const { at, outbox, queues } = useLiveQuery(OperationsPageQuery, {}, always, 3000).operations;
  const sum = (name: "ordered" | "active" | "failed") => queues.reduce((total, queue) => total + queue[name], 0);
  const oldest = Math.max(0, ...queues.map(({ oldestWaitingSeconds }) => oldestWaitingSeconds ?? 0));
  const failed = sum("failed");
  return (
    <Page title={t("title")} lead={t("lead", { time: time(at) })}>
      <Figures
        of={[
          { key: "ordered", label: t("state.ORDERED"), value: number(sum("ordered")), ...(oldest > 0 && { note: t("oldest", { age: duration(oldest) }) }), tone: oldest > LATE ? "wait" : "good" },
          { key: "active", label: t("state.ACTIVE"), value: number(sum("active")) },
          { key: "failed", label: t("state.FAILED"), value: number(failed), tone: failed > 0 ? "bad" : "good" },
          { key: "outbox", label: t("outbox"), value: number(outbox.waiting), ...(outbox.waiting > 0 && { note: t("oldest", { age: duration(outbox.seconds) }) }), tone: outbox.seconds > LATE ? "wait" : "good" },
        ]}
      />
      <Section title={t("queues")}>
        <Table
          of={whole(queues.map((queue) => ({ id: queue.queue, ...queue })))}
          caption={t("queues")}
          empty={<Empty title={t("noQueues")} />}
          columns={[
            { key: "queue", title: t("queue"), render: ({ queue }) => <Named name={t(`queueName.${queue}`, { defaultValue: queue })} note={<code>{queue}</code>} /> },
            { key: "ordered", title: t("state.ORDERED"), numeric: true, render: ({ ordered }) => number(ordered) },
            { key: "active", title: t("state.ACTIVE"), numeric: true, render: ({ active }) => number(active) },
            { key: "failed", title: t("state.FAILED"), numeric: true, render: ({ failed: count }) => number(count) },
            { key: "done", title: t("doneToday"), numeric: true, render: ({ doneToday }) => number(doneToday) },
            { key: "oldest", title: t("oldestWaiting"), numeric: true, render: ({ oldestWaitingSeconds }) => (typeof oldestWaitingSeconds === "number" ? duration(oldestWaitingSeconds) : "–") },
          ]}
        />
      </Section>
      <Section title={t("orders")}>
        <Suspense fallback={<Loading />}>
          <WorkOrders queues={queues.map(({ queue }) => queue)} />
        </Suspense>
      </Section>
    </Page>
  );
}
