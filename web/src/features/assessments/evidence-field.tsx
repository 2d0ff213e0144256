import { useTranslation } from "react-i18next";
import { graphql } from "../../gql/index.ts";
import type { ProofLevel } from "../../gql/graphql.ts";
import { useFormat } from "../../lib/format.ts";
import type { Localized } from "../../lib/language.ts";
import type { Problem } from "../../lib/problem.ts";
import { upload, type UploadWatch } from "../../lib/upload.ts";
import { useAction } from "../../lib/use-action.ts";
import { Badge } from "../../ui/badge.tsx";
import { Button } from "../../ui/button.tsx";
import { FileDrop } from "../../ui/file-drop.tsx";
import { Files, type KeptFile } from "../../ui/files.tsx";
import { Problems } from "../../ui/problems.tsx";
import { Row, Stack } from "../../ui/stack.tsx";
import { proofTones } from "./state.ts";

const EvidenceAttach = graphql(`
  mutation EvidenceAttach($id: ID!, $group: ID!, $input: AssessmentEvidenceAttachInput!) {
    assessmentEvidenceAttach(id: $id, input: $input) {
      assessment {
        id revision
        answers(group: $group) {
          indicator inputs { code value } adjustedInputs { code value } notApplicableReason proof
          evidence { id note file { id name mediaType size } } notes { id reason open }
        }
      }
      problems { code path }
    }
  }
`);
const EvidenceDetach = graphql(`
  mutation EvidenceDetach($evidenceId: ID!, $group: ID!) {
    assessmentEvidenceDetach(evidenceId: $evidenceId) {
      assessment {
        id revision
        answers(group: $group) {
          indicator inputs { code value } adjustedInputs { code value } notApplicableReason proof
          evidence { id note file { id name mediaType size } } notes { id reason open }
        }
      }
      problems { code path }
    }
  }
`);

const ACCEPTED = ".pdf,.png,.jpg,.jpeg,.webp,.xlsx,.docx,.csv,.txt";
const LARGEST = 10_000_000;

interface EvidenceFieldProps {
  assessmentId: string;
  group: string;
  indicator: { number: string; evidence: Localized };
  evidence: readonly { id: string; note: string; file: KeptFile }[];
  proof: ProofLevel;
  limits: readonly { proof: string; points: string }[];
}

/** The documents behind one answer, and what they change. */
export function EvidenceField({ assessmentId, group, indicator, evidence, proof, limits }: EvidenceFieldProps) {
  const { t } = useTranslation("assessments");
  const { text, decimal } = useFormat();
  const { attempt: attach } = useAction(EvidenceAttach);
  const detach = useAction(EvidenceDetach);
  const limit = limits.find((one) => one.proof === proof)?.points;

  const send = async (file: File, watch: UploadWatch): Promise<readonly Problem[]> => {
    const { stored, problems } = await upload<KeptFile>("/uploads", file, watch);
    if (stored === null) return problems;
    return (await attach({ id: assessmentId, group, input: { indicator: indicator.number, fileId: stored.id, note: null } })).problems;
  };
  return (
    <Stack gap="small">
      <Row>
        <strong>{t("evidence.title")}</strong>
        <Badge tone={proofTones[proof]}>{t(`proof.${proof}`)}</Badge>
        {limit !== undefined && <small>{t("proof.limit", { points: decimal(limit) })}</small>}
      </Row>
      <p>{t("evidence.wanted", { documents: text(indicator.evidence) })}</p>
      <Problems of={detach.problems} />
      <Files
        label={t("evidence.of", { indicator: indicator.number })}
        of={evidence.map(({ id, note, file }) => ({
          key: id, file, note,
          action: (
            <Button kind="quiet" busy={detach.busy} onClick={() => detach.run({ evidenceId: id, group })} label={`${t("evidence.remove")} ${file.name}`}>
              {t("evidence.remove")}
            </Button>
          ),
        }))}
      />
      <FileDrop label={t("evidence.drop", { indicator: indicator.number })} accept={ACCEPTED} acceptInWords={t("evidence.kinds")} maxBytes={LARGEST} send={send} />
    </Stack>
  );
}
