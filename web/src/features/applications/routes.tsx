import { SolutionOutlined } from "@ant-design/icons";
import { page, part, recordPart, type Feature } from "../../lib/feature.ts";

export const applications: Feature = {
  name: "applications",
  openRoutes: [
    { path: "apply", lazy: page(() => import("./apply-page.tsx"), "ApplyPage") },
    { path: "application", lazy: page(() => import("./own-application-page.tsx"), "OwnApplicationPage") },
  ],
  routes: [
    { path: "applications", lazy: page(() => import("./applications-page.tsx"), "ApplicationsPage") },
    { path: "applications/:id", lazy: page(() => import("./application-page.tsx"), "ApplicationPage") },
  ],
  nav: [{ to: "/applications", label: "applications", icon: <SolutionOutlined />, visible: ({ acts }) => acts.includes("APPLICATION_READ") }],
  due: [{ name: "applications", part: part(() => import("./applications-due.tsx"), "ApplicationsDue"), visible: ({ acts }) => acts.includes("APPLICATION_READ") }],
  parts: [{ of: "member", name: "application", part: recordPart(() => import("./member-application.tsx"), "MemberApplication"), visible: ({ acts }) => acts.includes("APPLICATION_READ") }],
};
