import { useTranslation } from "react-i18next";
import { TextField } from "../../ui/fields.tsx";
import { Form, Submit } from "../../ui/form.tsx";
import { type Own, within } from "./own-data.ts";
import { StepPage } from "./step-page.tsx";
import { useSaving } from "./use-saving.ts";

/** Whom the association speaks to, and who becomes the firm's first administrator. */
export function ContactStep({ own, token }: { own: Own; token: string }) {
  const { t } = useTranslation(["applications", "members"]);
  const { contact } = own;
  const saving = useSaving(own, token);
  return (
    <StepPage step="contact">
      <Form problems={within(saving.problems, "contact")} onSubmit={({ name = "", phone = "", email = "" }) => saving.saveAndGoOn("contact", { contact: { name, phone, email } })}>
        <TextField name="name" label={t("members:contacts.person")} defaultValue={contact.name} maxLength={120} autoComplete="name" required />
        <TextField name="email" type="email" label={t("members:contacts.email")} hint={t("contact.emailHint")} defaultValue={contact.email} maxLength={254} autoComplete="email" required />
        <TextField name="phone" type="tel" label={t("members:contacts.phone")} defaultValue={contact.phone} maxLength={32} autoComplete="tel" width="middle" />
        <Submit busy={saving.busy} wide>{t("own.saveAndGoOn")}</Submit>
      </Form>
    </StepPage>
  );
}
