import { useSuspenseQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { graphql } from "../../gql/index.ts";
import { useSession } from "../../lib/use-session.ts";
import { NotFound } from "../../ui/not-found.tsx";
import { MemberView } from "./member-view.tsx";

const MemberPageQuery = graphql(`
  query MemberPage($id: ID!) {
    member(id: $id) { id ...MemberView_member }
  }
`);

export function MemberPage() {
  const { t } = useTranslation("members");
  const { viewer, may } = useSession();
  const { id = "" } = useParams();
  const { member } = useSuspenseQuery(MemberPageQuery, { variables: { id } }).data;
  if (!member || !viewer) return <NotFound />;
  return <MemberView of={member} viewer={viewer} above={may("MEMBER_LIST") ? [{ to: "/members", label: t("list.title") }] : []} />;
}
