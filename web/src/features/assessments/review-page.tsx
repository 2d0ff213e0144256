import { useSuspenseQuery } from "@apollo/client/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useParams, useSearchParams } from "react-router";
import { graphql } from "../../gql/index.ts";
import { useFormat } from "../../lib/format.ts";
import { Badge } from "../../ui/badge.tsx";
import { ButtonLink } from "../../ui/button.tsx";
import { Headline } from "../../ui/score-bars.tsx";
import { Facts } from "../../ui/facts.tsx";
import { NotFound } from "../../ui/not-found.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page, Section } from "../../ui/page.tsx";
import { Row, Stack } from "../../ui/stack.tsx";
import { tabOf } from "./queue-page.tsx";
import { ReviewActs } from "./review-acts.tsx";
import { ReviewAnswer } from "./review-answer.tsx";
import type { Requests, ReviewAssessment } from "./review-data.ts";
import { stateTones } from "./state.ts";
import { usePeriod } from "../../lib/use-period.ts";

const ReviewPageQuery = graphql(`
  query ReviewPage($id: ID!, $tab: AssessmentQueueTab!) {
    assessment(id: $id) {
      id revision state overdue dueOn submittedAt receiptNumber confirmedAt grade scoreValue adjustedByViewer confirmedByItsAdjuster
      observed { indicator code value period deviation }
      period { code } member { id name number creditCode }
      mayReview: viewerMay(act: ASSESSMENT_REVIEW)
      mayConfirm: viewerMay(act: ASSESSMENT_CONFIRM)
      scheme { groups { number name } indicators { number name group unit evidence notes inputs { code name unit type required } } }
      answers {
        indicator inputs { code value } adjustedInputs { code value } notApplicableReason proof
        evidence { id note file { id name mediaType size } }
        adjustments { id oldInputs { code value } newInputs { code value } oldProof newProof reason adjustedAt }
        notes { id reason open notedAt }
      }
      preview { state score grade indicators { indicator state value points } }
      submissions { receiptNumber declarantName submittedAt }
    }
    assessmentNeighbours(id: $id, tab: $tab) { previous { id } next { id } }
  }
`);

/** One assessment under review. */
export function ReviewPage() {
  const { id = "" } = useParams();
  const [search] = useSearchParams();
  const tab = tabOf(search.get("tab"));
  const { assessment, assessmentNeighbours } = useSuspenseQuery(ReviewPageQuery, { variables: { id, tab }, fetchPolicy: "cache-and-network" }).data;
  if (!assessment) return <NotFound />;
  return <Review key={id} of={assessment} tab={tab} previous={assessmentNeighbours.previous?.id} next={assessmentNeighbours.next?.id} />;
}

interface ReviewProps {
  of: ReviewAssessment;
  tab: string;
  previous: string | undefined;
  next: string | undefined;
}

function Review({ of, tab, previous, next }: ReviewProps) {
  const { t } = useTranslation("assessments");
  const { text } = useFormat();
  const period = usePeriod();
  const [requests, setRequests] = useState<Requests>({});
  const [unkept, setUnkept] = useState<readonly string[]>([]);
  const { scheme, answers, preview } = of;
  const neighbour = (id: string | undefined, label: string) => id !== undefined && <ButtonLink to={`/assessments/${id}/review?tab=${tab}`}>{label}</ButtonLink>;
  return (
    <Page
      title={text(of.member.name)}
      lead={t("review.lead", { period: period(of.period.code) })}
      above={[{ to: `/assessments/queue?tab=${tab}`, label: t("queue.title") }]}
      actions={<>{neighbour(previous, t("review.previous"))}{neighbour(next, t("review.next"))}</>}
    >
      <Standing of={of} />
      {scheme.groups.map((group) => (
        <Section key={group.number} title={text(group.name)}>
          <Stack>
            {scheme.indicators.filter((indicator) => indicator.group === group.number).map((indicator) => {
              const answer = answers.find((one) => one.indicator === indicator.number);
              const leaf = preview.indicators.find((one) => one.indicator === indicator.number);
              return answer && leaf && (
                <ReviewAnswer
                  key={indicator.number}
                  assessment={of}
                  indicator={indicator}
                  answer={answer}
                  leaf={leaf}
                  observed={of.observed.filter((one) => one.indicator === indicator.number)}
                  isOpen={of.mayReview}
                  request={requests[indicator.number] ?? null}
                  onRequest={(reason) => setRequests((before) => withRequest(before, indicator.number, reason))}
                  onUnkept={(isUnkept) => setUnkept((before) => [...before.filter((one) => one !== indicator.number), ...(isUnkept ? [indicator.number] : [])])}
                />
              );
            })}
          </Stack>
        </Section>
      ))}
      <ReviewActs of={of} requests={requests} unkept={unkept} onReturned={() => setRequests({})} />
    </Page>
  );
}

function withRequest(before: Requests, indicator: string, reason: string | null): Requests {
  const others = Object.entries(before).filter(([one]) => one !== indicator);
  return Object.fromEntries(reason === null ? others : [...others, [indicator, reason]]);
}

function Standing({ of }: { of: ReviewAssessment }) {
  const { t } = useTranslation("assessments");
  const { date, dateTime, decimal } = useFormat();
  const { state, overdue, dueOn, submittedAt, receiptNumber, confirmedAt, preview, submissions, member, id } = of;
  const latest = submissions[0];
  return (
    <Stack>
      <Headline figure={preview.score === null ? t("score.NOT_RATED") : decimal(preview.score)}>
        {preview.grade ? t(state === "CONFIRMED" ? "score.of" : "review.asItStands", { grade: preview.grade }) : null}
      </Headline>
      <Facts
        of={[
          { label: t("state.title"), value: <Row><Badge tone={stateTones[state]}>{t(`state.${state}`)}</Badge>{overdue && <Badge tone="bad">{t("overdue")}</Badge>}</Row> },
          { label: t("creditCode"), value: member.creditCode },
          { label: t("dueOn"), value: date(dueOn) },
          ...(submittedAt ? [{ label: t("receipt.at"), value: dateTime(submittedAt), note: latest && t("review.declaredBy", { name: latest.declarantName, number: receiptNumber }) }] : []),
          ...(confirmedAt ? [{ label: t("confirmedAt"), value: dateTime(confirmedAt) }] : []),
        ]}
      />
      {of.confirmedByItsAdjuster && <Notice title={t("alone.done")}>{t("alone.doneHint")}</Notice>}
      <Row><ButtonLink to={`/assessments/${id}/result`}>{t(state === "CONFIRMED" ? "resultPage.title" : "resultPage.preview")}</ButtonLink></Row>
    </Stack>
  );
}
