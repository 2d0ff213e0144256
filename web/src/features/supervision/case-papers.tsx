import { useTranslation } from "react-i18next";
import { FilePdfOutlined } from "@ant-design/icons";
import { languageNames, languageOf } from "../../lib/language.ts";
import { FileLink } from "../../ui/button.tsx";
import { Row } from "../../ui/stack.tsx";

interface CasePapersProps {
  of: readonly { language: string; fileId: string }[];
  /** Whether a notice is to be expected at all. */
  isServed: boolean;
}

/** The notice of a decision as a paper, in each language. */
export function CasePapers({ of, isServed }: CasePapersProps) {
  const { t } = useTranslation("supervision");
  if (of.length === 0) return isServed ? <p>{t("papers.later")}</p> : null;
  return (
    <Row>
      {of.map(({ language, fileId }) => {
        const known = languageOf(language);
        return (
          <FileLink key={language} href={`/files/${fileId}`} icon={<FilePdfOutlined />}>
            {t("papers.notice", { language: known ? languageNames[known] : language })}
          </FileLink>
        );
      })}
    </Row>
  );
}
