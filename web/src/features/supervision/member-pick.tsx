import { useQuery } from "@apollo/client/react";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { graphql } from "../../gql/index.ts";
import { useFormat } from "../../lib/format.ts";
import { PickField } from "../../ui/pick-field.tsx";

const CaseMemberPickQuery = graphql(`
  query CaseMemberPick($text: String) {
    members(first: 6, filter: { text: $text }) { edges { node { id name creditCode } } }
  }
`);

/** A member, found by a part of its name or code. */
export function MemberPick({ label, hint }: { label: string; hint?: ReactNode }) {
  const { t } = useTranslation("supervision");
  const { text: inTheirs } = useFormat();
  const [text, setText] = useState("");
  const { data, previousData } = useQuery(CaseMemberPickQuery, { variables: { text } });
  const found = (data ?? previousData)?.members.edges.map(({ node }) => ({ value: node.id, label: inTheirs(node.name), hint: node.creditCode }));
  return <PickField name="memberId" label={label} hint={hint} search={t("pick.search")} found={found ?? null} none={t("pick.none")} required onLook={setText} />;
}
