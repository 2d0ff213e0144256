import { AlertOutlined, FileSearchOutlined } from "@ant-design/icons";
import { page, part, recordPart, type Feature } from "../../lib/feature.ts";

export const supervision: Feature = {
  name: "supervision",
  routes: [
    { path: "audits", lazy: page(() => import("./audits-page.tsx"), "AuditsPage") },
    { path: "audits/plans/new", lazy: page(() => import("./make-plan-page.tsx"), "MakePlanPage") },
    { path: "audits/:id", lazy: page(() => import("./audit-run-page.tsx"), "AuditRunPage") },
    { path: "findings", lazy: page(() => import("./findings-page.tsx"), "FindingsPage") },
    { path: "findings/:id", lazy: page(() => import("./finding-page.tsx"), "FindingPage") },
  ],
  nav: [
    { to: "/audits", label: "audits", icon: <FileSearchOutlined />, visible: ({ acts }) => acts.includes("AUDIT_READ") },
    { to: "/findings", label: "findings", icon: <AlertOutlined />, visible: ({ acts }) => acts.includes("FINDING_READ") },
  ],
  due: [{ name: "findings", part: part(() => import("./findings-due.tsx"), "FindingsDue"), visible: ({ member, acts }) => member !== null && acts.includes("FINDING_READ") }],
  parts: [
    {
      of: "member",
      name: "findings",
      part: recordPart(() => import("./member-findings.tsx"), "MemberFindings"),
      visible: ({ acts }) => acts.includes("FINDING_READ"),
    },
  ],
};
