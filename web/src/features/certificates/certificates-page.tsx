import { Suspense } from "react";
import { useTranslation } from "react-i18next";
import { graphql } from "../../gql/index.ts";
import type { CertificateState, CertificatesPageQuery as Answer } from "../../gql/graphql.ts";
import { useCursor, useFilter } from "../../lib/use-cursor.ts";
import { useLiveQuery } from "../../lib/use-live-query.ts";
import { useSession } from "../../lib/use-session.ts";
import { Loading } from "../../ui/loading.tsx";
import { Page } from "../../ui/page.tsx";
import { Tabs } from "../../ui/tabs.tsx";
import { CertificatesTable } from "./certificates-table.tsx";

const CertificatesPageQuery = graphql(`
  query CertificatesPage($first: Int!, $after: String, $state: CertificateState) {
    certificates(first: $first, after: $after, state: $state) {
      edges { node { id state ...CertificatesTable_certificate } }
      pageInfo { hasNextPage endCursor }
      totalCount
    }
  }
`);

const states = ["ORDERED", "ISSUED", "SUSPENDED", "WITHDRAWN"] as const satisfies readonly CertificateState[];

/** The register for the association; their own certificates for a member's people. */
export function CertificatesPage() {
  const { t } = useTranslation("certificates");
  const { viewer } = useSession();
  const isOwn = Boolean(viewer?.member);
  const [filter, setFilter] = useFilter("state");
  const state = states.find((each) => each === filter.state) ?? null;
  return (
    <Page title={t(isOwn ? "own" : "title")} lead={t(isOwn ? "ownLead" : "lead")}>
      {!isOwn && (
        <Tabs
          label={t("state.title")}
          chosen={state ?? ""}
          onChoose={(chosen) => setFilter({ state: chosen })}
          of={[{ value: "", label: t("state.all") }, ...states.map((each) => ({ value: each, label: t(`state.${each}`) }))]}
        />
      )}
      <Suspense fallback={<Loading />}>
        <Register state={state} isOwn={isOwn} />
      </Suspense>
    </Page>
  );
}

const isBeingDrawn = ({ certificates }: Answer) => certificates.edges.some(({ node }) => node.state === "ORDERED");

function Register({ state, isOwn }: { state: CertificateState | null; isOwn: boolean }) {
  const { t } = useTranslation("certificates");
  const cursor = useCursor(25);
  const { certificates } = useLiveQuery(CertificatesPageQuery, { ...cursor.variables, state }, isBeingDrawn);
  return <CertificatesTable of={certificates} cursor={cursor} ownOnly={isOwn} empty={t(isOwn ? "noneOwn" : state ? "noneSo" : "none")} />;
}
