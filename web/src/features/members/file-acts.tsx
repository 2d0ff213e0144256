import { DownloadOutlined, PrinterOutlined } from "@ant-design/icons";
import { useTranslation } from "react-i18next";
import { Button, FileLink } from "../../ui/button.tsx";

/** How a member's file is taken along: on paper, as a value, or its timeline as a table. */
export function FileActs({ id }: { id: string }) {
  const { t, i18n } = useTranslation("members");
  return (
    <>
      <Button icon={<PrinterOutlined aria-hidden="true" />} onClick={() => window.print()}>{t("file.print")}</Button>
      <FileLink href={`/members/${id}/file.json`} icon={<DownloadOutlined aria-hidden="true" />}>{t("file.json")}</FileLink>
      <FileLink href={`/members/${id}/timeline.csv?lang=${i18n.language}`} icon={<DownloadOutlined aria-hidden="true" />}>{t("file.csv")}</FileLink>
    </>
  );
}
