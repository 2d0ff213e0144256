import { useSuspenseQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { graphql } from "../../gql/index.ts";
import { useFormat } from "../../lib/format.ts";
import { useSession } from "../../lib/use-session.ts";
import { Facts } from "../../ui/facts.tsx";
import { NotFound } from "../../ui/not-found.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page, Section } from "../../ui/page.tsx";
import { Table, whole } from "../../ui/table.tsx";
import { Lines } from "./lines.tsx";
import { RewardActs } from "./reward-acts.tsx";
import { RewardBadge } from "./reward-badge.tsx";

const RewardPageQuery = graphql(`
  query RewardPage($id: ID!) {
    reward(id: $id) {
      id kind state year deed deedOn evidence fromDay throughDay
      member { id name }
      clause { code title }
      effects { code words }
      changes { state reason at }
      ...RewardActs_reward
    }
  }
`);

/** One reward: what it is for, what it brings, how it came about, and what can be done to it. */
export function RewardPage() {
  const { t } = useTranslation("rewards");
  const { text, date, dateTime } = useFormat();
  const { id = "" } = useParams();
  const { viewer, may } = useSession();
  const { reward } = useSuspenseQuery(RewardPageQuery, { variables: { id } }).data;
  if (!reward) return <NotFound />;
  const { kind, state, year, member, deed, deedOn, clause, evidence, fromDay, throughDay } = reward;
  const name = text(member.name);
  return (
    <Page
      title={year ? t("ofYear", { what: t(`kind.${kind}`), year }) : t(`kind.${kind}`)}
      lead={name}
      above={[{ to: "/rewards", label: t(viewer?.member ? "own" : "title") }]}
      actions={<RewardActs of={reward} />}
    >
      {state === "PROPOSED" && <Notice tone="wait" title={t("waits.title")}>{t("waits.what")}</Notice>}
      <Facts
        of={[
          { label: t("state.title"), value: <RewardBadge of={state} /> },
          { label: t("member"), value: may("MEMBER_LIST") ? <Link to={`/members/${member.id}`}>{name}</Link> : name },
          ...(deed && deedOn ? [{ label: t("deed"), value: text(deed), note: date(deedOn) }] : []),
          ...(clause ? [{ label: t("clause"), value: `${clause.code} ${text(clause.title)}` }] : []),
          ...(evidence ? [{ label: t("evidence"), value: evidence }] : []),
          ...(fromDay && throughDay ? [{ label: t("holds"), value: t("from", { from: date(fromDay), to: date(throughDay) }) }] : []),
          { label: t("brings"), value: <Lines of={reward.effects.map(({ words }) => text(words))} /> },
        ]}
      />
      <Section title={t("changes.title")}>
        <Table
          of={whole(reward.changes.map((change) => ({ ...change, id: `${change.state} ${change.at}` })))}
          caption={t("changes.title")}
          columns={[
            { key: "state", title: t("changes.step"), render: (change) => t(`changes.${change.state}`) },
            { key: "at", title: t("changes.at"), render: ({ at }) => dateTime(at) },
            { key: "reason", title: t("reason"), roomy: true, render: ({ reason }) => reason ?? "–" },
          ]}
        />
      </Section>
    </Page>
  );
}
