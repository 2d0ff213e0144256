import { recordPart, type Feature } from "../../lib/feature.ts";

export const files: Feature = {
  name: "files",
  routes: [],
  parts: [
    { of: "member", name: "due", first: true, part: recordPart(() => import("./file-due.tsx"), "FileDue"), visible: ({ acts }) => acts.includes("MEMBER_READ") },
    { of: "member", name: "timeline", part: recordPart(() => import("./timeline.tsx"), "Timeline"), visible: ({ acts }) => acts.includes("MEMBER_READ") },
  ],
};
