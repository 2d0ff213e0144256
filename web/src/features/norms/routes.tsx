import { AuditOutlined, EditOutlined, ReadOutlined } from "@ant-design/icons";
import { page, part, recordPart, type Feature } from "../../lib/feature.ts";

export const norms: Feature = {
  name: "norms",
  routes: [
    { path: "norms", lazy: page(() => import("./norms-page.tsx"), "NormsPage") },
    { path: "norms/:id", lazy: page(() => import("./norm-page.tsx"), "NormPage") },
    { path: "norms/versions/:id", lazy: page(() => import("./norm-version-page.tsx"), "NormVersionPage") },
    { path: "norms/versions/:id/edit", lazy: page(() => import("./draft-page.tsx"), "DraftPage") },
    { path: "norms/versions/:id/edit/:part", lazy: page(() => import("./draft-part-page.tsx"), "DraftPartPage") },
    { path: "norms/versions/:id/readers", lazy: page(() => import("./readers-page.tsx"), "ReadersPage") },
    { path: "norms/versions/:from/compare/:to", lazy: page(() => import("./compare-page.tsx"), "ComparePage") },
    { path: "pledge", lazy: page(() => import("./pledge-page.tsx"), "PledgePage") },
    { path: "pledge-board", lazy: page(() => import("./pledge-board-page.tsx"), "PledgeBoardPage") },
    { path: "pledge-board/publish", lazy: page(() => import("./publish-pledge-page.tsx"), "PublishPledgePage") },
  ],
  nav: [
    { to: "/norms", label: "norms", icon: <ReadOutlined />, visible: () => true },
    { to: "/pledge", label: "pledge", icon: <EditOutlined />, visible: () => true },
    { to: "/pledge-board", label: "pledgeBoard", icon: <AuditOutlined />, visible: ({ acts }) => acts.includes("MEMBER_LIST") },
  ],
  due: [{ name: "norms", part: part(() => import("./norms-due.tsx"), "NormsDue"), visible: ({ acts }) => acts.includes("NORM_CONSULT") }, { name: "pledge", part: part(() => import("./pledge-due.tsx"), "PledgeDue"), visible: ({ acts }) => acts.includes("PLEDGE_SIGN") }],
  parts: [{ of: "member", name: "pledge", part: recordPart(() => import("./member-pledge.tsx"), "MemberPledge"), visible: ({ acts }) => acts.includes("PLEDGE_READ") }],
};
