import { useSuspenseQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { graphql } from "../../gql/index.ts";
import type { AssessmentsPageQuery as Data } from "../../gql/graphql.ts";
import { useFormat } from "../../lib/format.ts";
import { useAction } from "../../lib/use-action.ts";
import { useSession } from "../../lib/use-session.ts";
import { Badge } from "../../ui/badge.tsx";
import { Button } from "../../ui/button.tsx";
import { Empty } from "../../ui/empty.tsx";
import { Named } from "../../ui/named.tsx";
import { Page } from "../../ui/page.tsx";
import { Problems } from "../../ui/problems.tsx";
import { Row } from "../../ui/stack.tsx";
import { Table, whole } from "../../ui/table.tsx";
import { stateTones, wayOn } from "./state.ts";
import { usePeriod } from "../../lib/use-period.ts";

const AssessmentsPageQuery = graphql(`
  query AssessmentsPage {
    assessmentRounds { period { code from to } dueOn daysLate assessment { id state grade scoreValue savedAt receiptNumber } }
  }
`);
const AssessmentsPageBegin = graphql(`
  mutation AssessmentsPageBegin($period: ID!) { assessmentBegin(period: $period) { assessment { id state revision } problems { code path } } }
`);

type Round = Data["assessmentRounds"][number];

/** What the association asks of this member, period by period. */
export function AssessmentsPage() {
  const { t } = useTranslation("assessments");
  const { date } = useFormat();
  const period = usePeriod();
  const navigate = useNavigate();
  const { assessmentRounds } = useSuspenseQuery(AssessmentsPageQuery, { fetchPolicy: "cache-and-network" }).data;
  const begin = useAction(AssessmentsPageBegin, { creates: true });

  const start = async (code: string) => {
    const begun = await begin.run({ period: code });
    if (begun?.assessmentBegin.assessment) await navigate(`/assessments/${begun.assessmentBegin.assessment.id}`);
  };
  return (
    <Page title={t("list.title")} lead={t("list.lead")}>
      <Problems of={begin.problems} />
      <Table
        of={whole(assessmentRounds.map((round) => ({ ...round, id: round.period.code })))}
        caption={t("list.title")}
        empty={<Empty title={t("list.none")} />}
        columns={[
          { key: "period", title: t("period.title"), render: ({ period: { code, from, to }, assessment }) => <Named name={period(code)} note={`${date(from)} – ${date(to)}`} {...(assessment && { to: wayOn(assessment) })} /> },
          { key: "due", title: t("dueOn"), render: ({ dueOn }) => date(dueOn) },
          { key: "state", title: t("state.title"), render: (round) => <Standing of={round} /> },
          { key: "result", title: t("result"), render: ({ assessment }) => <Result of={assessment} /> },
          { key: "act", title: t("list.act"), render: ({ assessment, period: { code } }) => (assessment ? null : <Begin of={period(code)} busy={begin.busy} onBegin={() => start(code)} />) },
        ]}
      />
    </Page>
  );
}

function Standing({ of: { assessment, daysLate } }: { of: Round }) {
  const { t } = useTranslation("assessments");
  return (
    <Row>
      <Badge tone={assessment ? stateTones[assessment.state] : "plain"}>{t(`state.${assessment?.state ?? "NONE"}`)}</Badge>
      {daysLate !== null && <Badge tone="bad">{t("overdueBy", { count: daysLate })}</Badge>}
    </Row>
  );
}

function Result({ of }: { of: Round["assessment"] }) {
  const { t } = useTranslation("assessments");
  const { decimal } = useFormat();
  if (of?.state !== "CONFIRMED") return <>{t("notYet")}</>;
  return <>{of.grade === null || of.scoreValue === null ? t("score.NOT_RATED") : `${of.grade} · ${decimal(of.scoreValue)}`}</>;
}

/** Beginning is for those who may fill it in. */
function Begin({ of, busy, onBegin }: { of: string; busy: boolean; onBegin: () => unknown }) {
  const { t } = useTranslation("assessments");
  const { may } = useSession();
  if (!may("ASSESSMENT_FILL")) return null;
  return (
    <Button kind="main" busy={busy} onClick={onBegin} label={`${t("list.begin")} ${of}`}>
      {t("list.begin")}
    </Button>
  );
}
