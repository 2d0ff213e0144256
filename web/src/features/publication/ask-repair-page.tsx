import { useSuspenseQuery } from "@apollo/client/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate, useParams } from "react-router";
import { graphql } from "../../gql/index.ts";
import { useFormat } from "../../lib/format.ts";
import { contractLanguages, type Language } from "../../lib/language.ts";
import { useAction } from "../../lib/use-action.ts";
import { CheckField, TextAreaField, TextField } from "../../ui/fields.tsx";
import type { KeptFile } from "../../ui/files.tsx";
import type { Values } from "../../ui/form-context.ts";
import { Form, Submit } from "../../ui/form.tsx";
import { NotFound } from "../../ui/not-found.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page } from "../../ui/page.tsx";
import { ProofFiles } from "./proof-files.tsx";

const AskRepairPageQuery = graphql(`
  query AskRepairPage($id: ID!, $language: Language!) {
    node(id: $id) { __typename ... on Publication { id caseNumber stepName repairBar repairOpensOn untilOn } }
    publicationTerms { version commitment commitmentDigest(language: $language) decisionWorkingDays feedbackWorkingDays retryDays repairShownMonths }
  }
`);
const AskRepairPageFile = graphql(`
  mutation AskRepairPageFile($id: ID!, $input: RepairFileInput!) {
    repairFile(publicationId: $id, input: $input) { repair { id state publication { id repairBar repairs { id state filedAt } } } problems { code path } }
  }
`);

/** A firm asks to have a decision repaired: what was done, what bears it out, and its word. */
export function AskRepairPage() {
  const { t, i18n } = useTranslation("publication");
  const { text, date } = useFormat();
  const { id = "" } = useParams();
  const navigate = useNavigate();
  const language = contractLanguages[i18n.language as Language];
  const { node, publicationTerms: terms } = useSuspenseQuery(AskRepairPageQuery, { variables: { id, language }, fetchPolicy: "cache-and-network" }).data;
  const [files, setFiles] = useState<readonly KeptFile[]>([]);
  const file = useAction(AskRepairPageFile, { creates: true });
  if (node?.__typename !== "Publication") return <NotFound />;
  const submit = async ({ text: said = "", consent, signatoryName = "", signatoryTitle = "" }: Values) => {
    const input = { text: said, fileIds: files.map((each) => each.id), commitmentDigest: terms.commitmentDigest, consent: consent === "on", signatoryName, signatoryTitle };
    const filed = await file.run({ id, input });
    if (filed?.repairFile.repair) await navigate(`/repairs/${filed.repairFile.repair.id}`);
  };
  return (
    <Page title={t("ask.title")} lead={t("ask.lead", { step: text(node.stepName), number: node.caseNumber })} above={[{ to: "/firm", label: t("own.firm") }]}>
      {node.repairBar === null ? (
        <>
          <Notice tone="note" title={t("ask.how")}>
            <p>{t("ask.howText", { decision: terms.decisionWorkingDays, feedback: terms.feedbackWorkingDays, retry: terms.retryDays, months: terms.repairShownMonths })}</p>
          </Notice>
          <Form onSubmit={submit} problems={file.problems}>
            <TextAreaField name="text" label={t("ask.text")} hint={t("ask.textHint")} maxLength={4000} rows={6} required />
            <ProofFiles of={files} onChange={setFiles} />
            <TextField name="signatoryName" label={t("ask.signatory")} autoComplete="name" maxLength={100} width="middle" required />
            <TextField name="signatoryTitle" label={t("ask.position")} autoComplete="organization-title" maxLength={100} width="middle" required />
            <CheckField name="consent" label={t("ask.consent")} hint={text(terms.commitment)} invalid={t("ask.consentMissing")} required />
            <Submit busy={file.busy}>{t("ask.act")}</Submit>
          </Form>
        </>
      ) : (
        <Notice tone="wait">{t(`bar.${node.repairBar}`, { date: date(node.repairOpensOn), until: node.untilOn ? date(node.untilOn) : "" })}</Notice>
      )}
    </Page>
  );
}
