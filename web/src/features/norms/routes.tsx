import { AuditOutlined, EditOutlined, ReadOutlined } from "@ant-design/icons";
import { page, part, recordPart, type Feature } from "../../lib/feature.ts";

export const norms: Feature = {
  name: "norms",
  routes: [
    { path: "norms", lazy: page(() => import("./norms-page.tsx"), "NormsPage") },
    { path: "norms/:id", lazy: page(() => import("./norm-page.tsx"), "NormPage") },
    { path: "pledge", lazy: page(() => import("./pledge-page.tsx"), "PledgePage") },
    { path: "pledge-board", lazy: page(() => import("./pledge-board-page.tsx"), "PledgeBoardPage") },
  ],
  nav: [
    { to: "/norms", label: "norms", icon: <ReadOutlined />, visible: () => true },
    { to: "/pledge", label: "pledge", icon: <EditOutlined />, visible: () => true },
    { to: "/pledge-board", label: "pledgeBoard", icon: <AuditOutlined />, visible: ({ acts }) => acts.includes("MEMBER_LIST") },
  ],
  due: [{ name: "pledge", part: part(() => import("./pledge-due.tsx"), "PledgeDue"), visible: ({ acts }) => acts.includes("PLEDGE_SIGN") }],
  parts: [{ of: "member", name: "pledge", part: recordPart(() => import("./member-pledge.tsx"), "MemberPledge"), visible: ({ acts }) => acts.includes("PLEDGE_READ") }],
};
