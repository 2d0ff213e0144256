import { CopyOutlined } from "@ant-design/icons";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "./button.tsx";
import { Row } from "./stack.tsx";
import "./parts.css";

/** A text to take along exactly: a key, a code, a number. */
export function CopyText({ label, text }: { label: string; text: string }) {
  const { t } = useTranslation("ui");
  const [isCopied, setCopied] = useState(false);
  const copy = () => navigator.clipboard.writeText(text).then(() => setCopied(true));
  return (
    <figure className="hall-copy" aria-label={label}>
      <figcaption>{label}</figcaption>
      <pre className="hall-code">{text}</pre>
      {"clipboard" in navigator && (
        <Row>
          <Button onClick={copy} icon={<CopyOutlined />} label={`${t("copy")} ${label}`}>
            {t("copy")}
          </Button>
          <span role="status">{isCopied && t("copied")}</span>
        </Row>
      )}
    </figure>
  );
}
