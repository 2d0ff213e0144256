import { useState } from "react";
import { useTranslation } from "react-i18next";
import { graphql } from "../../gql/index.ts";
import { useAction } from "../../lib/use-action.ts";
import { useSession } from "../../lib/use-session.ts";
import { Button } from "../../ui/button.tsx";
import { CopyText } from "../../ui/copy-text.tsx";
import { TextField } from "../../ui/fields.tsx";
import { Form, Submit } from "../../ui/form.tsx";
import type { Values } from "../../ui/form-context.ts";
import { Notice } from "../../ui/notice.tsx";
import { Page, Section } from "../../ui/page.tsx";
import { Picture } from "../../ui/picture.tsx";
import { Problems } from "../../ui/problems.tsx";
import { Stack } from "../../ui/stack.tsx";
import { RecoveryCodes } from "./recovery-codes.tsx";

const TwoStepPageBegin = graphql(`
  mutation TwoStepPageBegin {
    totpEnrolmentBegin { secret otpauthUri qrSvg problems { code path } }
  }
`);
const TwoStepPageConfirm = graphql(`
  mutation TwoStepPageConfirm($code: String!) {
    totpEnrolmentConfirm(code: $code) { recoveryCodes problems { code path } }
  }
`);

interface Offer {
  secret: string;
  otpauthUri: string;
  qrSvg: string;
}

export function TwoStepPage() {
  const { t } = useTranslation("identity");
  const { viewer } = useSession();
  const begin = useAction(TwoStepPageBegin);
  const [offer, setOffer] = useState<Offer | null>(null);
  const [recoveryCodes, setRecoveryCodes] = useState<readonly string[]>([]);

  const start = async () => {
    const begun = (await begin.run({}))?.totpEnrolmentBegin;
    if (begun?.secret && begun.otpauthUri && begun.qrSvg) setOffer({ secret: begun.secret, otpauthUri: begun.otpauthUri, qrSvg: begun.qrSvg });
  };
  if (recoveryCodes.length > 0) return <RecoveryCodes of={recoveryCodes} />;
  return (
    <Page title={t("twoStep.title")} lead={t("twoStep.lead")}>
      {viewer?.mustEnrolTotp && <Notice tone="wait" title={t("twoStep.must")} />}
      <Problems of={begin.problems} />
      {offer === null ? (
        <div>
          <Button kind="main" onClick={start} busy={begin.busy}>
            {t(viewer?.totpEnrolled ? "twoStep.again" : "twoStep.begin")}
          </Button>
        </div>
      ) : (
        <ScanAndConfirm offer={offer} onConfirmed={setRecoveryCodes} />
      )}
    </Page>
  );
}

function ScanAndConfirm({ offer, onConfirmed }: { offer: Offer; onConfirmed: (recoveryCodes: readonly string[]) => void }) {
  const { t } = useTranslation("identity");
  const confirm = useAction(TwoStepPageConfirm);
  const submit = async (values: Values) => {
    const done = await confirm.run({ code: values["code"] ?? "" });
    if (done !== null) onConfirmed(done.totpEnrolmentConfirm.recoveryCodes ?? []);
  };
  return (
    <Stack gap="large">
      <Section title={t("twoStep.scan")}>
        <p>{t("twoStep.scanHow")}</p>
        <Picture svg={offer.qrSvg} alt={t("twoStep.qr")} />
        <p>
          <a href={offer.otpauthUri}>{t("twoStep.open")}</a>
        </p>
        <CopyText label={t("twoStep.secret")} text={offer.secret} />
      </Section>
      <Section title={t("twoStep.confirm")}>
        <Form onSubmit={submit} problems={confirm.problems}>
          <TextField name="code" label={t("code")} hint={t("twoStep.codeHint")} figures="numeric" autoComplete="one-time-code" width="short" required />
          <Submit busy={confirm.busy}>{t("twoStep.confirmAct")}</Submit>
        </Form>
      </Section>
    </Stack>
  );
}
