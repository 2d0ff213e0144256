import { HistoryOutlined } from "@ant-design/icons";
import { page, recordPart, type Feature } from "../../lib/feature.ts";

export const journal: Feature = {
  name: "journal",
  routes: [{ path: "journal", lazy: page(() => import("./journal-page.tsx"), "JournalPage") }],
  nav: [{ to: "/journal", label: "journal", icon: <HistoryOutlined />, visible: ({ acts }) => acts.includes("JOURNAL_READ") }],
  parts: [{ of: "member", name: "journal", part: recordPart(() => import("./record-history.tsx"), "RecordHistory"), visible: ({ acts }) => acts.includes("JOURNAL_READ") }],
};
