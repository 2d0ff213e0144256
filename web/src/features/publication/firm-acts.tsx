import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type FragmentType, graphql, useFragment } from "../../gql/index.ts";
import { useAction } from "../../lib/use-action.ts";
import { ConfirmButton } from "../../ui/confirm-button.tsx";
import { TextAreaField } from "../../ui/fields.tsx";
import type { KeptFile } from "../../ui/files.tsx";
import { Form, Submit } from "../../ui/form.tsx";
import { Section } from "../../ui/page.tsx";
import { Row } from "../../ui/stack.tsx";
import { ProofFiles } from "./proof-files.tsx";

const FirmActsRepair = graphql(`
  fragment FirmActs_repair on Repair { id state mayFollowUp: viewerMay(act: REPAIR_FILE) }
`);
const FirmActsFollowUp = graphql(`
  mutation FirmActsFollowUp($id: ID!, $input: RepairFollowUpInput!) {
    repairFollowUp(id: $id, input: $input) { repair { id state } problems { code path } }
  }
`);
const FirmActsWithdraw = graphql(`
  mutation FirmActsWithdraw($id: ID!) { repairWithdraw(id: $id) { repair { id state } problems { code path } } }
`);

/** What the firm can still do: hand in what was asked for, or take the application back. */
export function FirmActs({ of }: { of: FragmentType<typeof FirmActsRepair> }) {
  const { t } = useTranslation("publication");
  const { id, state, mayFollowUp } = useFragment(FirmActsRepair, of);
  const followUp = useAction(FirmActsFollowUp, { creates: true, refreshes: true });
  const withdraw = useAction(FirmActsWithdraw, { refreshes: true });
  const [files, setFiles] = useState<readonly KeptFile[]>([]);
  if (!mayFollowUp) return null;
  return (
    <>
      {state === "RETURNED" && (
        <Section title={t("followUp.title")} screenOnly>
          <Form onSubmit={({ text = "" }) => followUp.run({ id, input: { text, fileIds: files.map((file) => file.id) } })} problems={followUp.problems}>
            <TextAreaField name="text" label={t("followUp.text")} maxLength={4000} rows={4} required />
            <ProofFiles of={files} onChange={setFiles} />
            <Submit busy={followUp.busy}>{t("followUp.act")}</Submit>
          </Form>
        </Section>
      )}
      <Row>
        <ConfirmButton label={t("withdraw.act")} title={t("withdraw.title")} onConfirm={() => withdraw.run({ id })} busy={withdraw.busy} problems={withdraw.problems}>
          <p>{t("withdraw.what")}</p>
        </ConfirmButton>
      </Row>
    </>
  );
}
