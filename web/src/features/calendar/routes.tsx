import { CalendarOutlined } from "@ant-design/icons";
import { page, type Feature } from "../../lib/feature.ts";

export const calendar: Feature = {
  name: "calendar",
  routes: [{ path: "calendar", lazy: page(() => import("./calendar-page.tsx"), "CalendarPage") }],
  nav: [{ to: "/calendar", label: "calendar", icon: <CalendarOutlined />, visible: ({ acts }) => acts.includes("CALENDAR_CHANGE") }],
};
