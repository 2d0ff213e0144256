import { useTranslation } from "react-i18next";
import type { AssessmentState } from "../../gql/graphql.ts";
import { useFormat } from "../../lib/format.ts";
import { usePeriod } from "../../lib/use-period.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { NotFound } from "../../ui/not-found.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page } from "../../ui/page.tsx";
import { Row } from "../../ui/stack.tsx";

interface HandedInProps {
  of: { id: string; state: AssessmentState; submittedAt: string | null; confirmedAt: string | null; period: { code: string } } | null | undefined;
}

/** What stands at a page of filling in once that is over, for who comes back to it: where the assessment is now. */
export function HandedIn({ of }: HandedInProps) {
  const { t } = useTranslation("assessments");
  const { dateTime } = useFormat();
  const period = usePeriod();
  if (!of?.submittedAt || (of.state !== "SUBMITTED" && of.state !== "CONFIRMED")) return <NotFound />;
  const { id, state, submittedAt, confirmedAt } = of;
  const title = t("hub.title", { period: period(of.period.code) });
  return (
    <Page title={title} above={[{ to: "/assessments", label: t("list.title") }]}>
      <Notice tone={state === "CONFIRMED" ? "good" : "note"} title={t(`handedIn.${state}`, { at: dateTime(submittedAt), confirmedAt: confirmedAt === null ? "" : dateTime(confirmedAt) })}>
        {t(`stateHint.${state}`)}
      </Notice>
      <Row>
        <ButtonLink kind="main" to={`/assessments/${id}/receipt`}>{t("receipt.title")}</ButtonLink>
        <ButtonLink to={`/assessments/${id}/result`}>{t(state === "CONFIRMED" ? "resultPage.title" : "resultPage.preview")}</ButtonLink>
      </Row>
    </Page>
  );
}
