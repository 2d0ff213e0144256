import { useQuery } from "@apollo/client/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { graphql } from "../../gql/index.ts";
import { useFormat } from "../../lib/format.ts";
import { PickField } from "../../ui/pick-field.tsx";

const MemberPickQuery = graphql(`
  query MemberPick($text: String) {
    members(first: 6, filter: { text: $text }) { edges { node { id name creditCode } } }
  }
`);

/** The firm somebody will act for, found by a part of its name or code. */
export function MemberPick() {
  const { t } = useTranslation("identity");
  const { text: inTheirs } = useFormat();
  const [text, setText] = useState("");
  const { data, previousData } = useQuery(MemberPickQuery, { variables: { text } });
  const found = (data ?? previousData)?.members.edges.map(({ node }) => ({ value: node.id, label: inTheirs(node.name), hint: node.creditCode }));
  return <PickField name="memberId" label={t("invite.firm")} hint={t("invite.firmHint")} search={t("invite.findFirm")} found={found ?? null} none={t("invite.noFirm")} onLook={setText} />;
}
