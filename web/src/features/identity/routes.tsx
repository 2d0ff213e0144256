import { SafetyOutlined, UserOutlined } from "@ant-design/icons";
import { page, part, type Feature } from "../../lib/feature.ts";

export const identity: Feature = {
  name: "identity",
  openRoutes: [
    { path: "sign-in", lazy: page(() => import("./sign-in-page.tsx"), "SignInPage") },
    { path: "invitation", lazy: page(() => import("./invitation-page.tsx"), "InvitationPage") },
    { path: "renewal", lazy: page(() => import("./renewal-page.tsx"), "RenewalPage") },
  ],
  routes: [
    { path: "people", lazy: page(() => import("./people-page.tsx"), "PeoplePage") },
    { path: "people/invite", lazy: page(() => import("./invite-page.tsx"), "InvitePage") },
    { path: "people/:id", lazy: page(() => import("./person-page.tsx"), "PersonPage") },
    { path: "account", lazy: page(() => import("./account-page.tsx"), "AccountPage") },
    { path: "two-step", lazy: page(() => import("./two-step-page.tsx"), "TwoStepPage") },
  ],
  nav: [
    { to: "/people", label: "people", icon: <UserOutlined />, visible: ({ acts }) => acts.includes("USER_LIST") },
    { to: "/account", label: "account", icon: <SafetyOutlined />, visible: () => true },
  ],
  due: [{ name: "two-step", part: part(() => import("./two-step-due.tsx"), "TwoStepDue"), visible: ({ totpEnrolled }) => !totpEnrolled }],
};
