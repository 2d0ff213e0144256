import { useTranslation } from "react-i18next";
import { graphql } from "../../gql/index.ts";
import { isConflict } from "../../lib/problem.ts";
import { type Attempt, useAction } from "../../lib/use-action.ts";
import { useFormat } from "../../lib/format.ts";
import { ConfirmButton } from "../../ui/confirm-button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Section } from "../../ui/page.tsx";
import { Row } from "../../ui/stack.tsx";
import type { Requests, ReviewAssessment } from "./review-data.ts";
import { StaleNotice } from "./stale-notice.tsx";

const ReviewActsReturn = graphql(`
  mutation ReviewActsReturn($id: ID!, $input: AssessmentReturnInput!) {
    assessmentReturn(id: $id, input: $input) { assessment { id state returnedAt } problems { code path } }
  }
`);
const ReviewActsConfirm = graphql(`
  mutation ReviewActsConfirm($id: ID!, $input: AssessmentConfirmInput!) {
    assessmentConfirm(id: $id, input: $input) { assessment { id state confirmedAt grade scoreValue } problems { code path } }
  }
`);

interface ReviewActsProps {
  of: ReviewAssessment;
  requests: Requests;
  /** The answers at which a request stands half-written. */
  unkept: readonly string[];
  onReturned: () => void;
}

/** The end of a review: give it back with the reasons written down, or confirm. */
export function ReviewActs({ of: { id, revision, mayReview, mayConfirm, adjustedByViewer, preview }, requests, unkept, onReturned }: ReviewActsProps) {
  const { t } = useTranslation("assessments");
  const giveBack = useAction(ReviewActsReturn, { refreshes: true });
  const confirm = useAction(ReviewActsConfirm, { refreshes: true });
  const notes = Object.entries(requests).map(([indicator, reason]) => ({ indicator, reason }));
  const onReturn = async () => {
    const attempt = await giveBack.attempt({ id, input: { revision, notes } });
    if (attempt.problems.length === 0) onReturned();
    return unlessToBeReadHere(attempt);
  };
  const onConfirm = async () => unlessToBeReadHere(await confirm.attempt({ id, input: { revision } }));
  if (!mayReview) return null;
  return (
    <Section title={t("review.end")}>
      <p>{t(notes.length > 0 ? "review.endWithRequests" : "review.endHint", { count: notes.length })}</p>
      <StaleNotice of={[...giveBack.problems, ...confirm.problems]} />
      <Row>
        {notes.length > 0 ? (
          <ConfirmButton label={t("review.return")} title={t("review.returnTitle", { count: notes.length })} onConfirm={onReturn} busy={giveBack.busy} problems={giveBack.problems.filter((problem) => !isConflict(problem))}>
            <Unkept of={unkept} />
            <ul>{notes.map(({ indicator, reason }) => <li key={indicator}>{indicator}: {reason}</li>)}</ul>
          </ConfirmButton>
        ) : (
          mayConfirm && (
            <ConfirmButton label={t("review.confirm")} title={t("review.confirmTitle")} onConfirm={onConfirm} busy={confirm.busy} problems={confirm.problems.filter((problem) => !isConflict(problem))}>
              <Unkept of={unkept} />
              <p>{preview.grade === null ? t("review.confirmUnrated") : t("review.confirmLead", { grade: preview.grade, score: preview.score })}</p>
              {adjustedByViewer && <p>{t("alone.willBe")}</p>}
            </ConfirmButton>
          )
        )}
      </Row>
    </Section>
  );
}

/** Requests that were begun and not noted down are about to be lost. */
function Unkept({ of }: { of: readonly string[] }) {
  const { t } = useTranslation("assessments");
  const { list } = useFormat();
  return of.length > 0 && <Notice tone="wait" title={t("review.unkept", { count: of.length })}>{t("review.unkeptHint", { indicators: list(of) })}</Notice>;
}

/** Null keeps the dialog open with the reason; after a conflict it gives way to the page, which is to be looked at first. */
const unlessToBeReadHere = <Data,>({ data, problems }: Attempt<Data>): Data | null => (problems.every(isConflict) ? data : null);
