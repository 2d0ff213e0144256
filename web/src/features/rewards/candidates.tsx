import { useSuspenseQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { graphql } from "../../gql/index.ts";
import type { CandidateStanding } from "../../gql/graphql.ts";
import { useFormat } from "../../lib/format.ts";
import { useAction } from "../../lib/use-action.ts";
import { useCursor, useFilter } from "../../lib/use-cursor.ts";
import { Badge } from "../../ui/badge.tsx";
import { Disclosure } from "../../ui/disclosure.tsx";
import { Empty } from "../../ui/empty.tsx";
import { TextAreaField } from "../../ui/fields.tsx";
import { FormDialog } from "../../ui/form-dialog.tsx";
import { Named } from "../../ui/named.tsx";
import { Table } from "../../ui/table.tsx";
import { Tabs } from "../../ui/tabs.tsx";
import { Criteria } from "./criteria.tsx";

const CandidatesQuery = graphql(`
  query RewardCandidates($roundId: ID!, $first: Int!, $after: String, $standing: CandidateStanding) {
    rewardCandidates(roundId: $roundId, first: $first, after: $after, standing: $standing) {
      edges { node { id qualified member { id name number } strike { reason at } criteria { code met ...Criteria_standing } } }
      pageInfo { hasNextPage endCursor }
      totalCount
    }
  }
`);
const CandidatesStrike = graphql(`
  mutation RewardCandidatesStrike($id: ID!, $reason: String!) {
    rewardCandidateStrike(id: $id, reason: $reason) { candidate { id } problems { code path } }
  }
`);

const standings = ["QUALIFIED", "STRUCK", "UNQUALIFIED"] as const satisfies readonly CandidateStanding[];

interface Standing {
  qualified: boolean;
  strike?: { reason: string } | null;
}

const standingOf = ({ qualified, strike }: Standing): CandidateStanding => (strike ? "STRUCK" : qualified ? "QUALIFIED" : "UNQUALIFIED");
const tones = { QUALIFIED: "good", STRUCK: "bad", UNQUALIFIED: "plain" } as const;

/** The firms of a round: who qualifies first; beside each, on demand, what was held against every criterion. */
export function Candidates({ roundId, mayStrike }: { roundId: string; mayStrike: boolean }) {
  const { t } = useTranslation("rewards");
  const { text } = useFormat();
  const [filter, setFilter] = useFilter("standing");
  const standing = standings.find((each) => each === filter.standing) ?? null;
  const cursor = useCursor(25);
  const { rewardCandidates } = useSuspenseQuery(CandidatesQuery, { variables: { roundId, ...cursor.variables, standing } }).data;
  return (
    <>
      <Tabs
        label={t("standing.title")}
        chosen={standing ?? ""}
        onChoose={(chosen) => setFilter({ standing: chosen })}
        of={[{ value: "", label: t("standing.all") }, ...standings.map((value) => ({ value, label: t(`standing.${value}`) }))]}
      />
      <Table
        of={rewardCandidates}
        cursor={cursor}
        caption={t("round.firms")}
        empty={<Empty title={t("standing.none")} />}
        columns={[
          { key: "member", title: t("member"), render: ({ member }) => <Named to={`/members/${member.id}`} name={text(member.name)} note={t("memberNumber", { number: member.number })} /> },
          {
            key: "standing", title: t("standing.title"),
            render: (candidate) => <Named name={<Badge tone={tones[standingOf(candidate)]}>{t(`standing.${standingOf(candidate)}`)}</Badge>} {...(candidate.strike && { note: candidate.strike.reason })} />,
          },
          {
            key: "why", title: t("standing.why"), roomy: true,
            render: ({ member, criteria }) => (
              <Disclosure label={t("standing.met", { met: criteria.filter(({ met }) => met).length, of: criteria.length })}>
                <Criteria of={criteria} caption={text(member.name)} />
              </Disclosure>
            ),
          },
          ...(mayStrike
            ? [{ key: "acts", title: t("strike.title"), render: ({ id, qualified, strike, member }: Standing & { id: string; member: { name: Parameters<typeof text>[0] } }) => qualified && !strike && <Strike id={id} name={text(member.name)} /> }]
            : []),
        ]}
      />
    </>
  );
}

function Strike({ id, name }: { id: string; name: string }) {
  const { t } = useTranslation("rewards");
  const strike = useAction(CandidatesStrike, { refreshes: true });
  return (
    <FormDialog act={t("strike.act")} about={name} title={t("strike.of", { name })} action={strike} onSubmit={({ reason = "" }) => strike.run({ id, reason })}>
      <p>{t("strike.what")}</p>
      <TextAreaField name="reason" label={t("reason")} maxLength={2000} rows={3} required />
    </FormDialog>
  );
}
