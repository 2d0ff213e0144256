import { useSuspenseQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { graphql } from "../../gql/index.ts";
import type { RewardPageQuery as Answer } from "../../gql/graphql.ts";
import { useFormat } from "../../lib/format.ts";
import type { Localized } from "../../lib/language.ts";
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
  const { text } = useFormat();
  const { id = "" } = useParams();
  const { viewer } = useSession();
  const { reward } = useSuspenseQuery(RewardPageQuery, { variables: { id } }).data;
  if (!reward) return <NotFound />;
  const { kind, state, year, member } = reward;
  return (
    <Page
      title={year ? t("ofYear", { what: t(`kind.${kind}`), year }) : t(`kind.${kind}`)}
      lead={text(member.name)}
      above={[{ to: "/rewards", label: t(viewer?.member ? "own" : "title") }]}
      actions={<RewardActs of={reward} />}
    >
      {state === "PROPOSED" && <Notice tone="wait" title={t("waits.title")}>{t("waits.what")}</Notice>}
      <RewardFacts of={reward} />
      <Changes of={reward.changes} />
    </Page>
  );
}

type Reward = NonNullable<Answer["reward"]>;

function RewardFacts({ of }: { of: Reward }) {
  const { t } = useTranslation("rewards");
  const { text, date } = useFormat();
  const { may } = useSession();
  const { member, state, fromDay, throughDay, effects } = of;
  const name = text(member.name);
  return (
    <Facts
      of={[
        { label: t("state.title"), value: <RewardBadge of={state} /> },
        { label: t("member"), value: may("MEMBER_LIST") ? <Link to={`/members/${member.id}`}>{name}</Link> : name },
        ...deedFacts(of).map(({ label, value, on }) => ({ label: t(label), value: typeof value === "string" ? value : text(value), ...(on && { note: date(on) }) })),
        ...(fromDay && throughDay ? [{ label: t("holds"), value: t("from", { from: date(fromDay), to: date(throughDay) }) }] : []),
        { label: t("brings"), value: <Lines of={effects.map(({ words }) => text(words))} /> },
      ]}
    />
  );
}

/** What a commendation is for; nothing for what a round gave. */
function deedFacts({ deed, deedOn, clause, evidence }: Reward): { label: "deed" | "clause" | "evidence"; value: Localized | string; on?: string }[] {
  if (!deed || !deedOn || !clause || !evidence) return [];
  const { code, title } = clause;
  const cited: Localized = { "zh-Hant": `${code} ${title["zh-Hant"]}`, "zh-Hans": `${code} ${title["zh-Hans"]}`, en: `${code} ${title.en}` };
  return [{ label: "deed", value: deed, on: deedOn }, { label: "clause", value: cited }, { label: "evidence", value: evidence }];
}

function Changes({ of }: { of: Reward["changes"] }) {
  const { t } = useTranslation("rewards");
  const { dateTime } = useFormat();
  return (
    <Section title={t("changes.title")}>
      <Table
        of={whole(of.map((change) => ({ ...change, id: `${change.state} ${change.at}` })))}
        caption={t("changes.title")}
        columns={[
          { key: "state", title: t("changes.step"), render: ({ state }) => t(`changes.${state}`) },
          { key: "at", title: t("changes.at"), render: ({ at }) => dateTime(at) },
          { key: "reason", title: t("reason"), roomy: true, render: ({ reason }) => reason ?? "–" },
        ]}
      />
    </Section>
  );
}
