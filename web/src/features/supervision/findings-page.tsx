import { Suspense } from "react";
import { useTranslation } from "react-i18next";
import { useFilter } from "../../lib/use-cursor.ts";
import { useSession } from "../../lib/use-session.ts";
import { Loading } from "../../ui/loading.tsx";
import { Page } from "../../ui/page.tsx";
import { Stack } from "../../ui/stack.tsx";
import { Tabs } from "../../ui/tabs.tsx";
import { FindingsTable } from "./findings-table.tsx";

const standings = ["STANDING", "SETTLED"] as const;

/** What the latest audit found, and what earlier ones found that is put right: a member's own; everybody's for the association. */
export function FindingsPage() {
  const { t } = useTranslation("supervision");
  const { viewer } = useSession();
  const [{ standing }, setFilter] = useFilter("standing");
  const isOwn = Boolean(viewer?.member);
  const chosen = standings.find((each) => each === standing) ?? "STANDING";
  const empty = chosen === "SETTLED" ? "finding.noneSettled" : isOwn ? "finding.noneNowOwn" : "finding.noneNow";
  return (
    <Page title={t(isOwn ? "findings.own" : "findings.title")} lead={t(isOwn ? "findings.ownLead" : "findings.lead")}>
      <Stack>
        <Tabs
          label={t("finding.standing")}
          chosen={chosen}
          onChoose={(value) => setFilter({ standing: value === "STANDING" ? null : value })}
          of={standings.map((value) => ({ value, label: t(`standingTab.${value}`) }))}
        />
        <Suspense fallback={<Loading />}>
          <FindingsTable ownOnly={isOwn} standing={chosen} empty={t(empty)} />
        </Suspense>
      </Stack>
    </Page>
  );
}
