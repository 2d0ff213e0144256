import { StarOutlined } from "@ant-design/icons";
import { page, part, recordPart, type Feature } from "../../lib/feature.ts";

export const rewards: Feature = {
  name: "rewards",
  routes: [
    { path: "rewards", lazy: page(() => import("./rewards-page.tsx"), "RewardsPage") },
    { path: "rewards/propose", lazy: page(() => import("./propose-page.tsx"), "ProposePage") },
    { path: "rewards/rounds/:id", lazy: page(() => import("./round-page.tsx"), "RoundPage") },
    { path: "rewards/:id", lazy: page(() => import("./reward-page.tsx"), "RewardPage") },
  ],
  nav: [{ to: "/rewards", label: "rewards", icon: <StarOutlined />, visible: ({ acts }) => acts.includes("REWARD_READ") }],
  due: [{ name: "rewards", part: part(() => import("./rewards-due.tsx"), "RewardsDue"), visible: ({ acts }) => acts.includes("REWARD_CONFIRM") }],
  parts: [{ of: "member", name: "rewards", part: recordPart(() => import("./member-rewards.tsx"), "MemberRewards"), visible: ({ acts }) => acts.includes("REWARD_READ") }],
};
