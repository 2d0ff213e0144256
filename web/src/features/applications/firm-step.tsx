import { useSuspenseQuery } from "@apollo/client/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { graphql } from "../../gql/index.ts";
import { useFormat } from "../../lib/format.ts";
import type { Problem } from "../../lib/problem.ts";
import { SelectField, TextField } from "../../ui/fields.tsx";
import { Form, Submit } from "../../ui/form.tsx";
import { isSoundCode, writtenCode } from "./credit-code.ts";
import { nameFrom, NameFields } from "./names.tsx";
import type { Own } from "./own-data.ts";
import { StepPage } from "./step-page.tsx";
import { useSaving } from "./use-saving.ts";

export const RegionsQuery = graphql(`query ApplicationRegions { regions { code name } }`);

const CODE_LENGTH = 18;
const wrong: readonly Problem[] = [{ code: "CREDIT_CODE_WRONG", path: "input.creditCode" }];

/** What the firm is called, its credit code and where it is registered. A slip in the code shows as soon as it is typed. */
export function FirmStep({ own, token }: { own: Own; token: string }) {
  const { t } = useTranslation(["applications", "members"]);
  const { text } = useFormat();
  const regions = useSuspenseQuery(RegionsQuery).data.regions.map(({ code, name }) => ({ value: code, label: text(name) }));
  const saving = useSaving(own, token);
  const [isWrong, setWrong] = useState(false);
  return (
    <StepPage step="firm">
      <Form
        problems={saving.problems}
        remarks={isWrong ? wrong : []}
        onPause={({ creditCode = "" }) => setWrong(writtenCode(creditCode).length >= CODE_LENGTH && !isSoundCode(creditCode))}
        onSubmit={(values) => {
          setWrong(false);
          return saving.saveAndGoOn("firm", { name: nameFrom(values), creditCode: values["creditCode"] ?? "", region: values["region"] || null });
        }}
      >
        <NameFields of={own.name} />
        <TextField name="creditCode" label={t("members:creditCode")} hint={t("code.hint")} defaultValue={own.creditCode} maxLength={40} autoComplete="off" width="middle" required />
        <SelectField name="region" label={t("members:region")} defaultValue={own.region?.code ?? ""} options={regions} required />
        <Submit busy={saving.busy} wide>{t("own.saveAndGoOn")}</Submit>
      </Form>
    </StepPage>
  );
}
