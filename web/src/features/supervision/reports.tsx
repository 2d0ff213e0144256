import { FilePdfOutlined } from "@ant-design/icons";
import { useTranslation } from "react-i18next";
import { graphql, useFragment, type FragmentType } from "../../gql/index.ts";
import { contractLanguages, languageNames, languages } from "../../lib/language.ts";
import { Badge } from "../../ui/badge.tsx";
import { FileLink } from "../../ui/button.tsx";
import { Row } from "../../ui/stack.tsx";

const ReportsRun = graphql(`
  fragment Reports_run on AuditRun {
    id
    reports { language fileId }
  }
`);

/** The report of a run in each language, to be fetched as soon as it is drawn. */
export function Reports({ of, isDone }: { of: FragmentType<typeof ReportsRun>; isDone: boolean }) {
  const { t } = useTranslation("supervision");
  const { reports } = useFragment(ReportsRun, of);
  if (!isDone) return <p>{t("run.reportsLater")}</p>;
  return (
    <Row>
      {languages.map((language) => {
        const report = reports.find((each) => each.language === contractLanguages[language]);
        return report ? (
          <FileLink key={language} href={`/files/${report.fileId}`} icon={<FilePdfOutlined />}>
            {t("run.report", { language: languageNames[language] })}
          </FileLink>
        ) : (
          <Badge key={language} tone="wait">
            {t("run.reportDrawn", { language: languageNames[language] })}
          </Badge>
        );
      })}
    </Row>
  );
}
