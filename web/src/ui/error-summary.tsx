import { useEffect, useRef, type MouseEvent } from "react";
import { useTranslation } from "react-i18next";
import { useFieldTarget, type FieldError } from "./form-context.ts";

/** All errors of a form, on top of it, each leading to its field; it takes the focus when it appears. */
export function ErrorSummary({ of }: { of: readonly FieldError[] }) {
  const { t } = useTranslation("ui");
  const target = useFieldTarget();
  const box = useRef<HTMLDivElement>(null);
  const said = of.map(({ field, sentence }) => `${field} ${sentence}`).join("\n");
  useEffect(() => {
    if (said !== "") box.current?.focus();
  }, [said]);
  if (of.length === 0) return null;

  const goTo = (id: string) => (event: MouseEvent) => {
    event.preventDefault();
    focusField(id);
  };
  return (
    <div className="hall-error-summary" role="alert" tabIndex={-1} ref={box}>
      <h2>{t("errorSummary", { count: of.length })}</h2>
      <ul>
        {of.map(({ field, sentence }) => {
          const id = target(field);
          const label = field === "" ? null : document.getElementById(`${id}-label`)?.textContent;
          return (
            <li key={`${field} ${sentence}`}>
              {label ? (
                <a href={`#${id}`} onClick={goTo(id)}>
                  {t("errorAt", { label, sentence })}
                </a>
              ) : (
                sentence
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function focusField(id: string) {
  const field = document.getElementById(id);
  const control = field?.matches("input, select, textarea") ? field : field?.querySelector<HTMLElement>("input, button");
  document.getElementById(`${id}-label`)?.scrollIntoView({ block: "center" });
  control?.focus({ preventScroll: true });
}
