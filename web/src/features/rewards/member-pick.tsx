import { useQuery } from "@apollo/client/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { graphql } from "../../gql/index.ts";
import { useFormat } from "../../lib/format.ts";
import { PickField } from "../../ui/pick-field.tsx";

const MemberPickQuery = graphql(`
  query RewardMemberPick($text: String) {
    members(first: 6, filter: { text: $text }) { edges { node { id name creditCode } } }
  }
`);

/** The firm to be commended, found by a part of its name or code. */
export function MemberPick() {
  const { t } = useTranslation("rewards");
  const { text: inTheirs } = useFormat();
  const [text, setText] = useState("");
  const { data, previousData } = useQuery(MemberPickQuery, { variables: { text } });
  const found = (data ?? previousData)?.members.edges.map(({ node }) => ({ value: node.id, label: inTheirs(node.name), hint: node.creditCode }));
  return <PickField name="memberId" label={t("member")} search={t("propose.findFirm")} found={found ?? null} none={t("propose.noFirm")} onLook={setText} />;
}
