import { useQuery } from "@apollo/client/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { graphql } from "../../gql/index.ts";
import { today, useFormat } from "../../lib/format.ts";
import { useAction } from "../../lib/use-action.ts";
import { useFilter } from "../../lib/use-cursor.ts";
import { useSession } from "../../lib/use-session.ts";
import { SelectField, TextAreaField, TextField } from "../../ui/fields.tsx";
import { Form, Submit } from "../../ui/form.tsx";
import type { Values } from "../../ui/form-context.ts";
import { NotFound } from "../../ui/not-found.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page } from "../../ui/page.tsx";
import { ClausePick, citedIn } from "./clause-pick.tsx";
import { MemberPick } from "./member-pick.tsx";

const OpenCasePageQuery = graphql(`
  query OpenCasePage($id: ID!) { member(id: $id) { id name creditCode } }
`);
const OpenCasePageFindings = graphql(`
  query OpenCasePageFindings($id: String!) {
    findings(first: 50, filter: { memberId: $id }) { edges { node { id foundAt rule { code title article } } } }
  }
`);
const OpenCasePageOpen = graphql(`
  mutation OpenCasePageOpen($input: CaseOpenInput!) { caseOpen(input: $input) { case { id } problems { code path } } }
`);

export function OpenCasePage() {
  const { may } = useSession();
  return may("CASE_OPEN") ? <OpenCase /> : <NotFound />;
}

/** Opens a case against a member, which the address may name, as it may the finding it begins with. */
function OpenCase() {
  const { t } = useTranslation("supervision");
  const navigate = useNavigate();
  const [{ member, finding }] = useFilter("member", "finding");
  const [typed, setTyped] = useState({ memberId: "", occurredOn: "" });
  const open = useAction(OpenCasePageOpen, { creates: true });
  const memberId = member ?? typed.memberId;
  const submit = async (values: Values, form: HTMLFormElement) => {
    const { title = "", statement = "", occurredOn = "", source } = values;
    const opened = await open.run({ input: { memberId, title, statement, occurredOn, source: source || null, charges: citedIn(form) } });
    if (opened?.caseOpen.case) await navigate(`/cases/${opened.caseOpen.case.id}`);
  };
  return (
    <Page title={t("open.title")} lead={t("open.lead")} above={[{ to: "/cases", label: t("cases.title") }]}>
      <Form onSubmit={submit} problems={open.problems} onEdit={({ memberId: picked = "", occurredOn = "" }) => setTyped({ memberId: picked, occurredOn })}>
        {member === null ? <MemberPick label={t("case.member")} hint={t("open.memberHint")} /> : <GivenMember id={member} />}
        <TextField name="title" label={t("open.caseTitle")} hint={t("open.caseTitleHint")} maxLength={200} required />
        <TextAreaField name="statement" label={t("case.statement")} hint={t("open.statementHint")} maxLength={10_000} rows={6} required />
        <TextField name="occurredOn" type="date" label={t("case.occurredOn")} hint={t("open.dayHint")} max={today()} width="middle" required />
        <ClausePick on={typed.occurredOn} />
        {memberId !== "" && <SourceField memberId={memberId} finding={finding} />}
        <Submit busy={open.busy}>{t("open.act")}</Submit>
      </Form>
    </Page>
  );
}

function GivenMember({ id }: { id: string }) {
  const { t } = useTranslation("supervision");
  const { text } = useFormat();
  const { data } = useQuery(OpenCasePageQuery, { variables: { id } });
  return data?.member ? <Notice title={t("open.against", { member: text(data.member.name) })}>{data.member.creditCode}</Notice> : null;
}

/** The finding a case begins with, where it begins with one. */
function SourceField({ memberId, finding }: { memberId: string; finding: string | null }) {
  const { t } = useTranslation("supervision");
  const { text, dayOf } = useFormat();
  const { data } = useQuery(OpenCasePageFindings, { variables: { id: memberId } });
  const findings = data?.findings.edges.map(({ node }) => node) ?? [];
  if (findings.length === 0) return null;
  return (
    <SelectField
      name="source"
      label={t("case.source")}
      hint={t("open.sourceHint")}
      defaultValue={finding ?? ""}
      options={findings.map(({ id, foundAt, rule }) => ({ value: id, label: t("open.source", { finding: t("finding.not", { rule: text(rule.title) }), article: rule.article, date: dayOf(foundAt) }) }))}
    />
  );
}
