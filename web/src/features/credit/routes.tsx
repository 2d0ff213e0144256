import { TrophyOutlined } from "@ant-design/icons";
import { page, recordPart, type Feature } from "../../lib/feature.ts";

export const credit: Feature = {
  name: "credit",
  routes: [{ path: "grade", lazy: page(() => import("./grade-page.tsx"), "GradePage") }],
  nav: [{ to: "/grade", label: "grade", icon: <TrophyOutlined />, visible: ({ member, acts }) => member !== null && acts.includes("GRADE_READ") }],
  parts: [
    {
      of: "member",
      name: "grade",
      part: recordPart(() => import("./member-grade.tsx"), "MemberGrade"),
      visible: ({ acts }) => acts.includes("GRADE_READ"),
    },
  ],
};
