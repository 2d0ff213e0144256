import { useApolloClient, useSuspenseQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { graphql } from "../../gql/index.ts";
import type { ApplicationEvidenceKind } from "../../gql/graphql.ts";
import { useFormat } from "../../lib/format.ts";
import type { Problem } from "../../lib/problem.ts";
import { upload, type UploadWatch } from "../../lib/upload.ts";
import { useAction } from "../../lib/use-action.ts";
import { Button } from "../../ui/button.tsx";
import { FileDrop } from "../../ui/file-drop.tsx";
import { Files } from "../../ui/files.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Section } from "../../ui/page.tsx";
import { Problems } from "../../ui/problems.tsx";
import { fetchOwnFile } from "./own-file.ts";
import type { Own } from "./own-data.ts";
import { OnFrom, StepPage } from "./step-page.tsx";

const EvidenceStepQuery = graphql(`query EvidenceStep { applicationTerms { mostFiles mostBytes } }`);
const EvidenceStepRemove = graphql(`
  mutation EvidenceStepRemove($input: ApplicationEvidenceRemoveInput!) {
    applicationEvidenceRemove(input: $input) { application { id ...OwnApplication_application } problems { code path } }
  }
`);

const ACCEPTED = ".pdf,.png,.jpg,.jpeg,.webp,.xlsx,.docx,.csv,.txt";
const LARGEST = 10_000_000;
const kinds: readonly ApplicationEvidenceKind[] = ["BUSINESS_LICENCE", "OTHER"];

/** The files behind an application: the licence, and whatever else speaks for the firm. */
export function EvidenceStep({ own, token }: { own: Own; token: string }) {
  const { t } = useTranslation("applications");
  const { bytes } = useFormat();
  const client = useApolloClient();
  const { mostFiles, mostBytes } = useSuspenseQuery(EvidenceStepQuery).data.applicationTerms;
  const remove = useAction(EvidenceStepRemove);
  const sendAs = (kind: ApplicationEvidenceKind) => async (file: File, watch: UploadWatch): Promise<readonly Problem[]> => {
    const { problems } = await upload(`/uploads?kind=${kind}`, file, watch, {}, { "application-token": token });
    if (problems.length === 0) await client.refetchQueries({ include: "active" });
    return problems;
  };
  return (
    <StepPage step="evidence">
      <Notice>{t("evidence.limits", { files: mostFiles, size: bytes(mostBytes) })}</Notice>
      <Problems of={remove.problems} />
      {kinds.map((kind) => (
        <Section key={kind} title={t(`evidence.kind.${kind}`)}>
          <p>{t(`evidence.hint.${kind}`)}</p>
          <Files
            label={t(`evidence.kind.${kind}`)}
            onFetch={(file) => fetchOwnFile(file, token)}
            of={own.evidence.filter((piece) => piece.kind === kind).map((file) => ({
              key: file.id, file,
              action: (
                <Button kind="quiet" busy={remove.busy} onClick={() => remove.run({ input: { token, evidenceId: file.id } })} label={`${t("evidence.remove")} ${file.name}`}>
                  {t("evidence.remove")}
                </Button>
              ),
            }))}
          />
          <FileDrop label={t(`evidence.drop.${kind}`)} accept={ACCEPTED} acceptInWords={t("evidence.kinds")} maxBytes={LARGEST} send={sendAs(kind)} />
        </Section>
      ))}
      <OnFrom step="evidence" />
    </StepPage>
  );
}
