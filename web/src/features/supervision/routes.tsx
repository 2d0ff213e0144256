import { AlertOutlined, FileSearchOutlined, FolderOpenOutlined, IdcardOutlined, SolutionOutlined } from "@ant-design/icons";
import { page, part, recordPart, type Feature } from "../../lib/feature.ts";

export const supervision: Feature = {
  name: "supervision",
  routes: [
    { path: "audits", lazy: page(() => import("./audits-page.tsx"), "AuditsPage") },
    { path: "audits/plans/new", lazy: page(() => import("./make-plan-page.tsx"), "MakePlanPage") },
    { path: "audits/:id", lazy: page(() => import("./audit-run-page.tsx"), "AuditRunPage") },
    { path: "findings", lazy: page(() => import("./findings-page.tsx"), "FindingsPage") },
    { path: "findings/:id", lazy: page(() => import("./finding-page.tsx"), "FindingPage") },
    { path: "cases", lazy: page(() => import("./cases-page.tsx"), "CasesPage") },
    { path: "cases/new", lazy: page(() => import("./open-case-page.tsx"), "OpenCasePage") },
    { path: "cases/:id", lazy: page(() => import("./case-page.tsx"), "CasePage") },
    { path: "cases/:id/draft", lazy: page(() => import("./case-draft-page.tsx"), "CaseDraftPage") },
    { path: "appeals", lazy: page(() => import("./appeals-page.tsx"), "AppealsPage") },
    { path: "appeals/:id", lazy: page(() => import("./appeal-page.tsx"), "AppealPage") },
    { path: "panel-persons", lazy: page(() => import("./panel-persons-page.tsx"), "PanelPersonsPage") },
  ],
  nav: [
    { to: "/audits", label: "audits", icon: <FileSearchOutlined />, visible: ({ acts }) => acts.includes("AUDIT_READ") },
    { to: "/findings", label: "findings", icon: <AlertOutlined />, visible: ({ acts }) => acts.includes("FINDING_READ") },
    { to: "/cases", label: "cases", icon: <FolderOpenOutlined />, visible: ({ member, acts }) => member === null && acts.includes("CASE_READ") },
    { to: "/cases", label: "ownCases", icon: <FolderOpenOutlined />, visible: ({ member, acts }) => member !== null && acts.includes("CASE_READ") },
    { to: "/appeals", label: "appeals", icon: <SolutionOutlined />, visible: ({ member, acts }) => member === null && acts.includes("CASE_READ") },
    { to: "/panel-persons", label: "panelPersons", icon: <IdcardOutlined />, visible: ({ acts }) => acts.includes("PANEL_READ") },
  ],
  due: [
    { name: "cases", part: part(() => import("./cases-due.tsx"), "CasesDue"), visible: ({ acts }) => acts.includes("CASE_DRAFT") },
    { name: "seats", part: part(() => import("./seats-due.tsx"), "SeatsDue"), visible: ({ acts }) => acts.includes("PANEL_SIT") },
    { name: "ownCases", part: part(() => import("./own-cases-due.tsx"), "OwnCasesDue"), visible: ({ member, acts }) => member !== null && acts.includes("CASE_READ") },
    { name: "findings", part: part(() => import("./findings-due.tsx"), "FindingsDue"), visible: ({ member, acts }) => member !== null && acts.includes("FINDING_READ") },
  ],
  parts: [
    {
      of: "member",
      name: "findings",
      part: recordPart(() => import("./member-findings.tsx"), "MemberFindings"),
      visible: ({ acts }) => acts.includes("FINDING_READ"),
    },
    { of: "member", name: "cases", part: recordPart(() => import("./member-cases.tsx"), "MemberCases"), visible: ({ acts }) => acts.includes("CASE_READ") },
  ],
};
