import { ShopOutlined, TeamOutlined } from "@ant-design/icons";
import { page, type Feature } from "../../lib/feature.ts";

export const members: Feature = {
  name: "members",
  routes: [
    { path: "members", lazy: page(() => import("./members-page.tsx"), "MembersPage") },
    { path: "members/:id", lazy: page(() => import("./member-page.tsx"), "MemberPage") },
    { path: "firm", lazy: page(() => import("./firm-page.tsx"), "FirmPage") },
  ],
  nav: [
    { to: "/members", label: "members", icon: <TeamOutlined />, visible: ({ acts }) => acts.includes("MEMBER_LIST") },
    { to: "/firm", label: "firm", icon: <ShopOutlined />, visible: ({ member }) => member !== null },
  ],
};
