import { useSuspenseQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { graphql } from "../../gql/index.ts";
import { useFormat } from "../../lib/format.ts";
import { Section } from "../../ui/page.tsx";

const MemberApplicationQuery = graphql(`
  query MemberApplication($id: ID!) { member(id: $id) { id application { id submittedAt } } }
`);

/** The application a member came from; nothing where it came by none. */
export function MemberApplication({ id }: { id: string }) {
  const { t } = useTranslation("applications");
  const { dateTime } = useFormat();
  const application = useSuspenseQuery(MemberApplicationQuery, { variables: { id } }).data.member?.application;
  if (!application?.submittedAt) return null;
  return (
    <Section title={t("member.title")}>
      <p><Link to={`/applications/${application.id}`}>{t("member.from", { date: dateTime(application.submittedAt) })}</Link></p>
    </Section>
  );
}
