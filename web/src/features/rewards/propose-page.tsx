import { useSuspenseQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { useNavigate, useSearchParams } from "react-router";
import { graphql } from "../../gql/index.ts";
import { today, useFormat } from "../../lib/format.ts";
import { useAction } from "../../lib/use-action.ts";
import { useSession } from "../../lib/use-session.ts";
import { SelectField, TextAreaField, TextField } from "../../ui/fields.tsx";
import { Form, Submit } from "../../ui/form.tsx";
import type { Values } from "../../ui/form-context.ts";
import { localizedFrom, LocalizedField } from "../../ui/localized-field.tsx";
import { NotFound } from "../../ui/not-found.tsx";
import { Page } from "../../ui/page.tsx";
import { MemberPick } from "./member-pick.tsx";

const ProposePageQuery = graphql(`
  query ProposePage($member: ID!) {
    rewardLadder { deedWithinDays }
    pledge { id clauses { code title } }
    norms { id inForce { id chapters { code articles { code title } } } }
    member(id: $member) { id name }
  }
`);
const ProposePagePropose = graphql(`
  mutation ProposePagePropose($memberId: ID!, $input: RewardProposeInput!) {
    rewardPropose(memberId: $memberId, input: $input) { reward { id } problems { code path } }
  }
`);

export function ProposePage() {
  const { may } = useSession();
  return may("REWARD_PROPOSE") ? <ProposeForm /> : <NotFound />;
}

/** Proposes to commend a firm: what it did, when, which clause it honours and what shows it. */
function ProposeForm() {
  const { t } = useTranslation("rewards");
  const { text } = useFormat();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const { rewardLadder, pledge, norms, member } = useSuspenseQuery(ProposePageQuery, { variables: { member: search.get("member") ?? "" } }).data;
  const propose = useAction(ProposePagePropose, { creates: true });
  const articles = norms.flatMap(({ inForce }) => inForce?.chapters ?? []).flatMap((chapter) => chapter.articles);
  const clauses = [...(pledge?.clauses ?? []), ...articles].map(({ code, title }) => ({ value: code, label: `${code} ${text(title)}` }));
  const submit = async (values: Values) => {
    const proposed = await propose.run({
      memberId: member?.id ?? values["memberId"] ?? "",
      input: { deed: localizedFrom(values, "deed"), deedOn: values["deedOn"] ?? "", clause: values["clause"] ?? "", evidence: values["evidence"] ?? "" },
    });
    const reward = proposed?.rewardPropose.reward;
    if (reward) await navigate(`/rewards/${reward.id}`);
  };
  return (
    <Page title={t("propose.title")} lead={member ? t("propose.leadFor", { member: text(member.name) }) : t("propose.lead")} above={[{ to: "/rewards", label: t("title") }]}>
      <Form onSubmit={submit} problems={propose.problems}>
        {!member && <MemberPick />}
        <LocalizedField name="deed" label={t("deed")} maxLength={300} isLong />
        <TextField name="deedOn" type="date" label={t("deedOn")} hint={t("propose.within", { count: rewardLadder.deedWithinDays })} max={today()} width="middle" required />
        <SelectField name="clause" label={t("clause")} hint={t("propose.clauseHint")} options={clauses} required />
        <TextAreaField name="evidence" label={t("evidence")} hint={t("propose.evidenceHint")} maxLength={2000} rows={3} required />
        <Submit busy={propose.busy}>{t("propose.act")}</Submit>
      </Form>
    </Page>
  );
}
