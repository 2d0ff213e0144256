import { useSuspenseQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { graphql } from "../../gql/index.ts";
import { Card } from "../../ui/card.tsx";
import { FileLink } from "../../ui/button.tsx";
import { Stack } from "../../ui/stack.tsx";
import { PublicationCard } from "./publication-card.tsx";

const MemberPublicationsQuery = graphql(`
  query MemberPublications($id: ID!) {
    member(id: $id) { id number publications { id ...PublicationCard_publication } }
  }
`);

/** What everybody reads of decisions against a firm, until when, and how each is repaired. */
export function MemberPublications({ id }: { id: string }) {
  const { t } = useTranslation("publication");
  const { member } = useSuspenseQuery(MemberPublicationsQuery, { variables: { id }, fetchPolicy: "cache-and-network" }).data;
  if (!member) return null;
  return (
    <Card title={t("own.title")} actions={<FileLink href={`/firms/${member.number}`}>{t("own.publicFile")}</FileLink>}>
      {member.publications.length === 0 ? <p>{t("own.none")}</p> : <Stack>{member.publications.map((publication) => <PublicationCard key={publication.id} of={publication} />)}</Stack>}
    </Card>
  );
}
