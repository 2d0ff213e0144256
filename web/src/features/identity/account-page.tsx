import { useSuspenseQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { graphql } from "../../gql/index.ts";
import { useFormat } from "../../lib/format.ts";
import { Badge } from "../../ui/badge.tsx";
import { ButtonLink } from "../../ui/button.tsx";
import { Facts } from "../../ui/facts.tsx";
import { NotFound } from "../../ui/not-found.tsx";
import { Page, Section } from "../../ui/page.tsx";
import { Row } from "../../ui/stack.tsx";
import { ApiKeys } from "./api-keys.tsx";
import { PasswordChange } from "./password-change.tsx";
import { Sessions } from "./sessions.tsx";

const AccountPageQuery = graphql(`
  query AccountPage {
    viewer {
      id name email roles totpEnrolled acts
      member { id name }
      ...Sessions_viewer
      ...ApiKeys_viewer
    }
  }
`);

export function AccountPage() {
  const { t } = useTranslation("identity");
  const { list, text } = useFormat();
  const { viewer } = useSuspenseQuery(AccountPageQuery, { fetchPolicy: "cache-and-network" }).data;
  if (!viewer) return <NotFound />;
  return (
    <Page title={t("account.title")}>
      <Facts
        of={[
          { label: t("name"), value: viewer.name },
          { label: t("email"), value: viewer.email },
          { label: t("account.roles"), value: list(viewer.roles.map((role) => t(`role.${role}`))) },
          ...(viewer.member ? [{ label: t("account.member"), value: text(viewer.member.name) }] : []),
        ]}
      />
      <Section title={t("twoStep.title")}>
        <Row>
          <Badge tone={viewer.totpEnrolled ? "good" : "wait"}>{t(viewer.totpEnrolled ? "twoStep.on" : "twoStep.off")}</Badge>
          <ButtonLink to="/two-step">{t(viewer.totpEnrolled ? "twoStep.again" : "twoStep.begin")}</ButtonLink>
        </Row>
      </Section>
      <Section title={t("sessions.title")}>
        <Sessions of={viewer} />
      </Section>
      <Section title={t("passwordChange.title")}>
        <PasswordChange />
      </Section>
      {viewer.acts.includes("API_KEY_CREATE") && (
        <Section title={t("apiKeys.title")}>
          <ApiKeys of={viewer} />
        </Section>
      )}
    </Page>
  );
}
