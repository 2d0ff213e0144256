import { useTranslation } from "react-i18next";
import { languageNames, languages } from "../../lib/language.ts";
import { useAction } from "../../lib/use-action.ts";
import { Disclosure } from "../../ui/disclosure.tsx";
import { TextAreaField, TextField } from "../../ui/fields.tsx";
import { Form, Submit } from "../../ui/form.tsx";
import type { Values } from "../../ui/form-context.ts";
import { Section } from "../../ui/page.tsx";
import { DraftSave, type DraftVersion, inputOf } from "./draft-data.ts";
import { localizedFrom, LocalizedField } from "../../ui/localized-field.tsx";

/** How many standards can be added in one go. */
const ROOM = 2;

/** What belongs to the whole version: title, preamble, the day of its review and the standards it rests on. */
export function DraftGeneral({ of }: { of: DraftVersion }) {
  const { t } = useTranslation("norms");
  const save = useAction(DraftSave, { refreshes: true });
  const places = [...of.externalNorms.map(({ number }) => number), ...Array.from({ length: ROOM }, () => "")];
  const submit = (values: Values) =>
    save.run({
      id: of.id,
      input: {
        ...inputOf(of),
        title: localizedFrom(values, "title"),
        preamble: localizedFrom(values, "preamble"),
        reviewDueOn: values["reviewDueOn"] ? values["reviewDueOn"] : null,
        externalNorms: places
          .map((_, place) => ({ number: values[`externalNorms.${place}.number`] ?? "", title: localizedFrom(values, `externalNorms.${place}.title`) }))
          .filter(({ number }) => number.trim() !== ""),
      },
    });
  return (
    <Section title={t("edit.general")}>
      <Form onSubmit={submit} problems={save.problems}>
        <LocalizedField name="title" label={t("edit.versionTitle")} value={of.title} maxLength={200} />
        <LocalizedField name="preamble" label={t("edit.preamble")} value={of.preamble} maxLength={4000} isLong />
        <TextField name="reviewDueOn" type="date" label={t("reviewDueOn")} {...(of.reviewDueOn && { defaultValue: of.reviewDueOn })} width="middle" />
        {places.map((number, place) => (
          <Disclosure key={place} label={number === "" ? t("edit.externalNew") : number}>
            <TextField name={`externalNorms.${place}.number`} label={t("edit.externalNumber")} hint={t("edit.externalHint")} defaultValue={number} maxLength={60} width="middle" />
            {languages.map((language) => (
              <TextAreaField
                key={language}
                name={`externalNorms.${place}.title.${language}`}
                label={t("edit.in", { field: t("edit.externalTitle"), language: languageNames[language] })}
                defaultValue={of.externalNorms[place]?.title[language] ?? ""}
                rows={1}
              />
            ))}
          </Disclosure>
        ))}
        <Submit busy={save.busy}>{t("edit.save")}</Submit>
      </Form>
    </Section>
  );
}
