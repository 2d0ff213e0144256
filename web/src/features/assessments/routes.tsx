import { AuditOutlined, FormOutlined } from "@ant-design/icons";
import { page, part, type Feature } from "../../lib/feature.ts";

export const assessments: Feature = {
  name: "assessments",
  routes: [
    { path: "assessments", lazy: page(() => import("./assessments-page.tsx"), "AssessmentsPage") },
    { path: "assessments/queue", lazy: page(() => import("./queue-page.tsx"), "QueuePage") },
    { path: "assessments/:id", lazy: page(() => import("./assessment-page.tsx"), "AssessmentPage") },
    { path: "assessments/:id/fill/:group", lazy: page(() => import("./fill-page.tsx"), "FillPage") },
    { path: "assessments/:id/check", lazy: page(() => import("./check-page.tsx"), "CheckPage") },
    { path: "assessments/:id/receipt", lazy: page(() => import("./receipt-page.tsx"), "ReceiptPage") },
    { path: "assessments/:id/result", lazy: page(() => import("./result-page.tsx"), "ResultPage") },
    { path: "assessments/:id/review", lazy: page(() => import("./review-page.tsx"), "ReviewPage") },
  ],
  nav: [
    { to: "/assessments", label: "assessments", icon: <FormOutlined />, visible: ({ acts }) => acts.includes("ASSESSMENT_FILL") },
    { to: "/assessments/queue", label: "assessmentQueue", icon: <AuditOutlined />, visible: ({ acts }) => acts.includes("ASSESSMENT_REVIEW") },
  ],
  due: [
    { name: "own", part: part(() => import("./own-due.tsx"), "OwnDue"), visible: ({ acts }) => acts.includes("ASSESSMENT_FILL") },
    { name: "queue", part: part(() => import("./queue-due.tsx"), "QueueDue"), visible: ({ acts }) => acts.includes("ASSESSMENT_REVIEW") },
  ],
};
