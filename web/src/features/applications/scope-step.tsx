import { useTranslation } from "react-i18next";
import { CheckGroup, RadioField } from "../../ui/fields.tsx";
import { Form, Submit } from "../../ui/form.tsx";
import { oneOf, productLines, sizeClasses } from "./choices.ts";
import type { Own } from "./own-data.ts";
import { StepPage } from "./step-page.tsx";
import { useSaving } from "./use-saving.ts";

/** How large the firm is and what it deals in. */
export function ScopeStep({ own, token }: { own: Own; token: string }) {
  const { t } = useTranslation(["applications", "members"]);
  const saving = useSaving(own, token);
  return (
    <StepPage step="scope">
      <Form
        problems={saving.problems}
        onSubmit={({ sizeClass }, form) => {
          const ticked = new FormData(form).getAll("productLines");
          return saving.saveAndGoOn("scope", { sizeClass: oneOf(sizeClasses, sizeClass), productLines: productLines.filter((line) => ticked.includes(line)) });
        }}
      >
        <RadioField
          name="sizeClass" label={t("members:sizeClass")} hint={t("scope.sizeHint")} required {...(own.sizeClass && { defaultValue: own.sizeClass })}
          options={sizeClasses.map((value) => ({ value, label: t(`members:size.${value}`) }))}
        />
        <CheckGroup name="productLines" label={t("members:productLines")} checked={own.productLines} wanting={t("scope.wanting")} options={productLines.map((value) => ({ value, label: t(`members:line.${value}`) }))} />
        <Submit busy={saving.busy} wide>{t("own.saveAndGoOn")}</Submit>
      </Form>
    </StepPage>
  );
}
