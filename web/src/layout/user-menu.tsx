import { UserOutlined } from "@ant-design/icons";
import { useApolloClient } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { graphql } from "../gql/index.ts";
import { sessionEnd } from "../lib/session-end.ts";
import { useAction } from "../lib/use-action.ts";
import type { Viewer } from "../lib/use-session.ts";
import { ChoiceMenu } from "../ui/choice-menu.tsx";

const UserMenuSignOut = graphql(`
  mutation UserMenuSignOut {
    signOut { problems { code path } }
  }
`);

/** Who is signed in, their account, and the way out. */
export function UserMenu({ of: { name } }: { of: Viewer }) {
  const { t } = useTranslation(["navigation", "ui"]);
  const navigate = useNavigate();
  const client = useApolloClient();
  const signOut = useAction(UserMenuSignOut);
  const leave = async () => {
    if ((await signOut.run({})) === null) return;
    await client.clearStore();
    sessionEnd.forget();
    await navigate("/sign-in");
  };
  return (
    <ChoiceMenu
      label={t("ui:userMenu")}
      text={name}
      icon={<UserOutlined />}
      choices={[
        { value: "account", label: t("account") },
        { value: "sign-out", label: t("signOut") },
      ]}
      onChoose={(choice) => (choice === "account" ? navigate("/account") : leave())}
    />
  );
}
