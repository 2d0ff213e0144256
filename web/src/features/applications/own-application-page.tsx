import { useSuspenseQuery } from "@apollo/client/react";
import type { ComponentType } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { graphql, useFragment } from "../../gql/index.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { Page } from "../../ui/page.tsx";
import { CheckStep } from "./check-step.tsx";
import { ContactStep } from "./contact-step.tsx";
import { DraftOverview } from "./draft-overview.tsx";
import { EvidenceStep } from "./evidence-step.tsx";
import { FirmStep } from "./firm-step.tsx";
import { type Own, OwnApplicationFields } from "./own-data.ts";
import { OwnStatus } from "./own-status.tsx";
import { ScopeStep } from "./scope-step.tsx";
import { SitesStep } from "./sites-step.tsx";
import { useOwnToken } from "./use-own-token.ts";

const OwnApplicationPageQuery = graphql(`
  query OwnApplicationPage($token: String!) {
    ownApplication(token: $token) { id ...OwnApplication_application }
  }
`);

/** An application as its maker sees it by the secret link: filled in step by step, then watched. */
export function OwnApplicationPage() {
  const token = useOwnToken();
  const { ownApplication } = useSuspenseQuery(OwnApplicationPageQuery, { variables: { token }, fetchPolicy: "cache-and-network" }).data;
  const own = useFragment(OwnApplicationFields, ownApplication);
  return own ? <OpenedApplication own={own} token={token} /> : <Nothing />;
}

const steps: Record<string, ComponentType<{ own: Own; token: string }>> = {
  firm: FirmStep, scope: ScopeStep, sites: SitesStep, contact: ContactStep, evidence: EvidenceStep, check: CheckStep,
};

function OpenedApplication({ own, token }: { own: Own; token: string }) {
  const asked = useSearchParams()[0].get("step") ?? "";
  const isWithApplicant = own.state === "DRAFT" || own.state === "RETURNED";
  if (!isWithApplicant) return <OwnStatus own={own} token={token} />;
  const Step = steps[asked] ?? DraftOverview;
  return <Step key={asked} own={own} token={token} />;
}

/** A link that opens nothing, whatever the reason. */
function Nothing() {
  const { t } = useTranslation("applications");
  return (
    <Page title={t("nothing.title")} lead={t("nothing.lead")} trouble="not-found">
      <div><ButtonLink to="/apply">{t("nothing.act")}</ButtonLink></div>
    </Page>
  );
}
