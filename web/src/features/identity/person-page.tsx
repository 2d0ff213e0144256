import { useSuspenseQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { graphql } from "../../gql/index.ts";
import { useSession } from "../../lib/use-session.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { NotFound } from "../../ui/not-found.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page } from "../../ui/page.tsx";
import { Stack } from "../../ui/stack.tsx";
import { PersonAccess } from "./person-access.tsx";
import { PersonFacts } from "./person-facts.tsx";
import { PersonRoles } from "./person-roles.tsx";

const PersonPageQuery = graphql(`
  query PersonPage($id: ID!) {
    node(id: $id) {
      __typename
      ... on User {
        id name email
        mayChange: viewerMay(act: USER_CHANGE)
        mayEntrust: viewerMay(act: USER_ENTRUST)
        ...PersonFacts_user
        ...PersonRoles_user
        ...PersonAccess_user
      }
    }
  }
`);

/** One person's account, and what can be done about it. */
export function PersonPage() {
  const { t } = useTranslation("identity");
  const { viewer, may } = useSession();
  const { id = "" } = useParams();
  const { node } = useSuspenseQuery(PersonPageQuery, { variables: { id }, fetchPolicy: "cache-and-network" }).data;
  if (node?.__typename !== "User" || !may("USER_LIST")) return <NotFound />;
  return (
    <Page
      title={node.name}
      lead={node.email}
      above={[{ to: "/people", label: t("people.title") }]}
      actions={may("JOURNAL_READ") && <ButtonLink to={`/journal?record=${id}`}>{t("person.journal")}</ButtonLink>}
    >
      <PersonFacts of={node} />
      {node.mayEntrust && <PersonRoles of={node} />}
      {node.mayChange && <PersonAccess of={node} />}
      {id === viewer?.id && (
        <Notice>
          <Stack gap="small">
            <p>{t("person.own")}</p>
            <div>
              <ButtonLink to="/account">{t("account.title")}</ButtonLink>
            </div>
          </Stack>
        </Notice>
      )}
    </Page>
  );
}
