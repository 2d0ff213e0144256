import { DashboardOutlined } from "@ant-design/icons";
import { page, type Feature } from "../../lib/feature.ts";

export const operations: Feature = {
  name: "operations",
  routes: [{ path: "operations", lazy: page(() => import("./operations-page.tsx"), "OperationsPage") }],
  nav: [{ to: "/operations", label: "operations", icon: <DashboardOutlined />, visible: ({ acts }) => acts.includes("OPERATIONS_READ") }],
};
