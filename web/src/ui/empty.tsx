import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Mark } from "./mark.tsx";
import "./parts.css";

interface EmptyProps {
  title?: string;
  children?: ReactNode;
}

/** Nothing here, said calmly: what would be here, and what to do so that it is. */
export function Empty({ title, children }: EmptyProps) {
  const { t } = useTranslation("ui");
  return (
    <div className="hall-empty">
      <Mark size={36} quiet />
      <p>{title ?? t("empty")}</p>
      {children}
    </div>
  );
}
