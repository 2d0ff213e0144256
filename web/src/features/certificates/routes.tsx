import { SafetyCertificateOutlined } from "@ant-design/icons";
import { page, recordPart, type Feature } from "../../lib/feature.ts";

export const certificates: Feature = {
  name: "certificates",
  routes: [
    { path: "certificates", lazy: page(() => import("./certificates-page.tsx"), "CertificatesPage") },
    { path: "certificates/:id", lazy: page(() => import("./certificate-page.tsx"), "CertificatePage") },
  ],
  nav: [{ to: "/certificates", label: "certificates", icon: <SafetyCertificateOutlined />, visible: ({ acts }) => acts.includes("CERTIFICATE_READ") }],
  parts: [
    {
      of: "member",
      name: "certificates",
      part: recordPart(() => import("./member-certificates.tsx"), "MemberCertificates"),
      visible: ({ acts }) => acts.includes("CERTIFICATE_READ"),
    },
  ],
};
