import { HomeOutlined } from "@ant-design/icons";
import { page, type Feature } from "../../lib/feature.ts";

export const home: Feature = {
  name: "home",
  routes: [{ index: true, lazy: page(() => import("./home-page.tsx"), "HomePage") }],
  nav: [{ to: "/", label: "home", icon: <HomeOutlined />, visible: () => true }],
};
