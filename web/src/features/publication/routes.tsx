import { HistoryOutlined } from "@ant-design/icons";
import { page, part, recordPart, type Feature } from "../../lib/feature.ts";

export const publication: Feature = {
  name: "publication",
  routes: [
    { path: "repairs", lazy: page(() => import("./repairs-page.tsx"), "RepairsPage") },
    { path: "repairs/:id", lazy: page(() => import("./repair-page.tsx"), "RepairPage") },
    { path: "publications/:id/repair", lazy: page(() => import("./ask-repair-page.tsx"), "AskRepairPage") },
  ],
  nav: [{ to: "/repairs", label: "repairs", icon: <HistoryOutlined />, visible: ({ acts }) => acts.includes("REPAIR_HANDLE") }],
  due: [
    { name: "repairs", part: part(() => import("./repairs-due.tsx"), "RepairsDue"), visible: ({ acts }) => acts.includes("REPAIR_HANDLE") },
    { name: "own-publications", part: part(() => import("./own-publications-due.tsx"), "OwnPublicationsDue"), visible: ({ member, acts }) => member !== null && acts.includes("PUBLICATION_READ") },
  ],
  parts: [{ of: "member", name: "publications", part: recordPart(() => import("./member-publications.tsx"), "MemberPublications"), visible: ({ acts }) => acts.includes("PUBLICATION_READ") }],
};
