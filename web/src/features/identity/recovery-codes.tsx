import { useApolloClient } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { SessionDocument } from "../../lib/use-session.ts";
import { Button } from "../../ui/button.tsx";
import { CopyText } from "../../ui/copy-text.tsx";
import { Page } from "../../ui/page.tsx";

/** The codes that open the account when the telephone is lost, shown this one time. */
export function RecoveryCodes({ of }: { of: readonly string[] }) {
  const { t } = useTranslation("identity");
  const client = useApolloClient();
  const navigate = useNavigate();
  const goOn = async () => {
    await client.query({ query: SessionDocument, fetchPolicy: "network-only" });
    await navigate("/");
  };
  return (
    <Page title={t("recovery.title")} lead={t("recovery.lead")}>
      <CopyText label={t("recovery.codes")} text={of.join("\n")} />
      <div>
        <Button kind="main" onClick={goOn}>
          {t("recovery.kept")}
        </Button>
      </div>
    </Page>
  );
}
