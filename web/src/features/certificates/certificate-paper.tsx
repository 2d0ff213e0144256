import { FilePdfOutlined, GlobalOutlined } from "@ant-design/icons";
import { useTranslation } from "react-i18next";
import { graphql, useFragment, type FragmentType } from "../../gql/index.ts";
import { FileLink } from "../../ui/button.tsx";
import { CopyText } from "../../ui/copy-text.tsx";
import { Row, Stack } from "../../ui/stack.tsx";

const CertificatePaperCertificate = graphql(`
  fragment CertificatePaper_certificate on Certificate { id number fileId }
`);

/** The signed paper to keep, and the address where anybody checks it. */
export function CertificatePaper({ of }: { of: FragmentType<typeof CertificatePaperCertificate> }) {
  const { t, i18n } = useTranslation("certificates");
  const { number, fileId } = useFragment(CertificatePaperCertificate, of);
  if (!fileId) return <p>{t("paper.none")}</p>;
  const address = `/verify/${encodeURIComponent(number)}`;
  return (
    <Stack>
      <Row>
        <FileLink href={`/files/${fileId}`} kind="main" icon={<FilePdfOutlined />}>
          {t("paper.fetch")}
        </FileLink>
        <FileLink href={`${address}?lang=${i18n.language}`} icon={<GlobalOutlined />}>
          {t("paper.check")}
        </FileLink>
      </Row>
      <p>{t("paper.qr")}</p>
      <CopyText label={t("paper.address")} text={new URL(address, window.location.origin).href} />
    </Stack>
  );
}
