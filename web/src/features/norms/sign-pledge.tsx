import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { graphql } from "../../gql/index.ts";
import { useFormat } from "../../lib/format.ts";
import type { Localized } from "../../lib/language.ts";
import { useAction } from "../../lib/use-action.ts";
import { CheckField, TextField } from "../../ui/fields.tsx";
import type { Values } from "../../ui/form-context.ts";
import { Form, Submit } from "../../ui/form.tsx";
import { Gate } from "../../ui/gate.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Section } from "../../ui/page.tsx";

const SignPledgeSign = graphql(`
  mutation SignPledgeSign($input: PledgeSignInput!) {
    pledgeSign(input: $input) {
      signature { id member { id pledgeState pledgeSignature { id } } }
      problems { code path }
    }
  }
`);

interface SignPledgeProps {
  version: { id: string; textDigest: string; consent: Localized };
  /** The text, told what to do once its end was on the screen. */
  children: (onReadToEnd: () => void) => ReactNode;
}

/** The text and, once it was read to its end, the form that binds the firm to it. */
export function SignPledge({ version, children }: SignPledgeProps) {
  const { t } = useTranslation("norms");
  const { text } = useFormat();
  const [isRead, setRead] = useState(false);
  const sign = useAction(SignPledgeSign, { creates: true });
  const submit = async (values: Values) => {
    const signed = await sign.run({
      input: {
        versionId: version.id,
        textDigest: version.textDigest,
        readToEnd: isRead,
        consent: values["consent"] === "on",
        signatoryName: values["signatoryName"] ?? "",
        signatoryTitle: values["signatoryTitle"] ?? "",
      },
    });
    if (signed !== null) toReceipt();
  };
  return (
    <>
      {children(() => setRead(true))}
      <Section title={t("sign.title")}>
        <Notice tone={isRead ? "good" : "wait"}>{t(isRead ? "sign.read" : "sign.readFirst")}</Notice>
        <Form onSubmit={submit} problems={sign.problems}>
          <Gate isOpen={isRead}>
            <TextField name="signatoryName" label={t("sign.name")} autoComplete="name" maxLength={100} width="middle" required />
            <TextField name="signatoryTitle" label={t("sign.position")} hint={t("sign.positionHint")} autoComplete="organization-title" maxLength={100} width="middle" required />
            <CheckField name="consent" label={t("sign.consent")} hint={text(version.consent)} invalid={t("sign.consentMissing")} required />
            <Submit busy={sign.busy}>{t("sign.act")}</Submit>
          </Gate>
        </Form>
      </Section>
    </>
  );
}

/** The receipt stands under the title of the page: the reader is taken there. */
const toReceipt = () => document.querySelector("h1")?.focus();
