import { useSuspenseQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { useNavigate, useParams } from "react-router";
import { graphql } from "../../gql/index.ts";
import { useFormat } from "../../lib/format.ts";
import { useAction } from "../../lib/use-action.ts";
import { Empty } from "../../ui/empty.tsx";
import { NotFound } from "../../ui/not-found.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page, Section } from "../../ui/page.tsx";
import { Words } from "../../ui/words.tsx";
import { CaseAnswers } from "./case-answers.tsx";
import { CitedClauses } from "./cited-clauses.tsx";
import { isAnswered } from "./case-due.tsx";
import { CaseDraftForm, type Proposal } from "./case-draft-form.tsx";

const CaseDraftPageQuery = graphql(`
  query CaseDraftPage($id: ID!) {
    sanctionCase(id: $id) {
      id number title statement revision state
      member { id name }
      answers { id final }
      answerClock { state }
      charges { ...CitedClauses_clause }
      mayDraft: viewerMay(act: CASE_DRAFT)
      ...CaseAnswers_case
      ...CaseDraftForm_case
    }
  }
`);
const CaseDraftPageSave = graphql(`
  mutation CaseDraftPageSave($input: CaseDraftSaveInput!) {
    caseDraftSave(input: $input) {
      case { id revision state draft { outcome step months amount legalBasis mitigations upheld reasons savedAt } imposed { step stepsDown publishedDays months } }
      problems { code path }
    }
  }
`);

/** What an officer puts before a panel. */
export function CaseDraftPage() {
  const { t } = useTranslation("supervision");
  const { text } = useFormat();
  const { id = "" } = useParams();
  const navigate = useNavigate();
  const { sanctionCase: about } = useSuspenseQuery(CaseDraftPageQuery, { variables: { id }, fetchPolicy: "cache-and-network" }).data;
  const save = useAction(CaseDraftPageSave);
  if (!about?.mayDraft) return <NotFound />;
  const { number, title, statement, charges, revision, state, member } = about;
  const above = [{ to: "/cases", label: t("cases.title") }, { to: `/cases/${id}`, label: title }];
  if (state !== "DRAFTED" && !isAnswered(about)) {
    return <Page title={t("draft.title")} above={above}><Empty title={t("draft.notYet")} /></Page>;
  }
  const submit = async (proposal: Proposal) => {
    if ((await save.run({ input: { id, revision, ...proposal } })) !== null) await navigate(`/cases/${id}`);
  };
  return (
    <Page title={t("draft.pageTitle", { number })} lead={t("draft.lead", { member: text(member.name) })} above={above}>
      <Notice tone="wait" title={t("draft.fourEyes")}>{t("draft.fourEyesWhy")}</Notice>
      {state === "DRAFTED" && <Notice>{t("draft.voids")}</Notice>}
      <Section title={t("case.statement")}>
        <Words>{statement}</Words>
        <CitedClauses of={charges} />
      </Section>
      <CaseAnswers of={about} title={t("answer.title")} none={t("answer.none")} />
      <Section title={t("draft.title")}>
        <CaseDraftForm of={about} busy={save.busy} problems={save.problems} onSave={submit} />
      </Section>
    </Page>
  );
}
