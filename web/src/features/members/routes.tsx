import { ShopOutlined, TeamOutlined } from "@ant-design/icons";
import { page, part, type Feature } from "../../lib/feature.ts";

export const members: Feature = {
  name: "members",
  routes: [
    { path: "members", lazy: page(() => import("./members-page.tsx"), "MembersPage") },
    { path: "members/:id", lazy: page(() => import("./member-page.tsx"), "MemberPage") },
    { path: "firm", lazy: page(() => import("./firm-page.tsx"), "FirmPage") },
  ],
  due: [
    { name: "renewals", part: part(() => import("./renewals-due.tsx"), "RenewalsDue"), visible: ({ acts }) => acts.includes("MEMBER_RENEW") },
    { name: "membership", part: part(() => import("./own-membership-due.tsx"), "OwnMembershipDue"), visible: ({ member }) => member !== null },
  ],
  nav: [
    { to: "/members", label: "members", icon: <TeamOutlined />, visible: ({ acts }) => acts.includes("MEMBER_LIST") },
    { to: "/firm", label: "firm", icon: <ShopOutlined />, visible: ({ member }) => member !== null },
  ],
};
