import { Suspense } from "react";
import { useTranslation } from "react-i18next";
import { useFilter } from "../../lib/use-cursor.ts";
import { useSession } from "../../lib/use-session.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { Loading } from "../../ui/loading.tsx";
import { Page } from "../../ui/page.tsx";
import { Stack } from "../../ui/stack.tsx";
import { Tabs } from "../../ui/tabs.tsx";
import { CasesTable } from "./cases-table.tsx";
import { WaitingSeats } from "./waiting-seats.tsx";

/** Cases: a member's own; everybody's for the association, and for who sits on panels first what waits for them. */
export function CasesPage() {
  const { t } = useTranslation("supervision");
  const { viewer, may } = useSession();
  const [{ view }, setFilter] = useFilter("view", "state");
  const isOwn = Boolean(viewer?.member);
  const views = [...(may("PANEL_SIT") ? ["waiting"] : []), "open", "closed"];
  const chosen = views.find((each) => each === view) ?? "open";
  return (
    <Page title={t(isOwn ? "cases.own" : "cases.title")} lead={t(isOwn ? "cases.ownLead" : "cases.lead")} actions={may("CASE_OPEN") && <ButtonLink to="/cases/new" kind="main">{t("open.act")}</ButtonLink>}>
      <Stack>
        <Tabs
          label={t("cases.views")}
          chosen={chosen}
          onChoose={(value) => setFilter({ view: value === "open" ? null : value, state: null })}
          of={views.map((value) => ({ value, label: t(`casesView.${value}`) }))}
        />
        <Suspense key={chosen} fallback={<Loading />}>
          {chosen === "waiting" ? <WaitingSeats /> : <CasesTable isClosed={chosen === "closed"} ownOnly={isOwn} />}
        </Suspense>
      </Stack>
    </Page>
  );
}
