import { useTranslation } from "react-i18next";
import { useFilter } from "../../lib/use-cursor.ts";
import { useSession } from "../../lib/use-session.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { NotFound } from "../../ui/not-found.tsx";
import { Page } from "../../ui/page.tsx";
import { Tabs } from "../../ui/tabs.tsx";
import { Accounts } from "./accounts.tsx";
import { OpenInvitations } from "./open-invitations.tsx";

/** Who has an account, and who may yet come to have one. */
export function PeoplePage() {
  const { t } = useTranslation("identity");
  const { viewer, may } = useSession();
  const [{ view }, setFilter] = useFilter("view", "text", "role");
  if (!viewer || !may("USER_LIST")) return <NotFound />;
  const withFirms = may("MEMBER_LIST");
  const onInvitations = view === "invitations";
  return (
    <Page
      title={t("people.title")}
      lead={t(viewer.member ? "people.leadOfMember" : "people.lead")}
      actions={may("INVITATION_SEND") && <ButtonLink to="/people/invite" kind="main">{t("invite.title")}</ButtonLink>}
    >
      <Tabs
        label={t("people.views")}
        of={[{ value: "", label: t("people.accounts") }, { value: "invitations", label: t("people.invitations") }]}
        chosen={onInvitations ? "invitations" : ""}
        onChoose={(chosen) => setFilter({ view: chosen, text: null, role: null })}
      />
      {onInvitations ? <OpenInvitations withFirms={withFirms} /> : <Accounts withFirms={withFirms} />}
    </Page>
  );
}
