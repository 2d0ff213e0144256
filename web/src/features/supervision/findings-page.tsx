import { Suspense } from "react";
import { useTranslation } from "react-i18next";
import { useSession } from "../../lib/use-session.ts";
import { Loading } from "../../ui/loading.tsx";
import { Page } from "../../ui/page.tsx";
import { FindingsTable } from "./findings-table.tsx";

/** A member's own findings; everybody's for the association. */
export function FindingsPage() {
  const { t } = useTranslation("supervision");
  const { viewer } = useSession();
  const isOwn = Boolean(viewer?.member);
  return (
    <Page title={t(isOwn ? "findings.own" : "findings.title")} lead={t(isOwn ? "findings.ownLead" : "findings.lead")}>
      <Suspense fallback={<Loading />}>
        <FindingsTable ownOnly={isOwn} empty={t(isOwn ? "finding.noneOwn" : "finding.none")} />
      </Suspense>
    </Page>
  );
}
