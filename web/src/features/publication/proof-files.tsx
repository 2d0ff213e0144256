import { useTranslation } from "react-i18next";
import type { Problem } from "../../lib/problem.ts";
import { upload, type UploadWatch } from "../../lib/upload.ts";
import { Button } from "../../ui/button.tsx";
import { FileDrop } from "../../ui/file-drop.tsx";
import { Files, type KeptFile } from "../../ui/files.tsx";
import { Stack } from "../../ui/stack.tsx";

const ACCEPTED = ".pdf,.png,.jpg,.jpeg,.webp,.xlsx,.docx,.csv,.txt";
const LARGEST = 10_000_000;

interface ProofFilesProps {
  of: readonly KeptFile[];
  onChange: (change: (before: readonly KeptFile[]) => readonly KeptFile[]) => void;
}

/** The documents that bear out what is said; each lies ready as soon as it is uploaded, and is named with the form. */
export function ProofFiles({ of, onChange }: ProofFilesProps) {
  const { t } = useTranslation("publication");
  const send = async (file: File, watch: UploadWatch): Promise<readonly Problem[]> => {
    const { stored, problems } = await upload<KeptFile>("/uploads?for=repair", file, watch);
    if (stored !== null) onChange((before) => [...before, stored]);
    return problems;
  };
  const remove = (id: string) => onChange((before) => before.filter((file) => file.id !== id));
  return (
    <Stack gap="small">
      <strong>{t("ask.files")}</strong>
      <p>{t("ask.filesHint")}</p>
      <Files
        label={t("ask.files")}
        of={of.map((file) => ({ key: file.id, file, action: <Button kind="quiet" onClick={() => remove(file.id)} label={`${t("ask.remove")} ${file.name}`}>{t("ask.remove")}</Button> }))}
      />
      <FileDrop label={t("ask.drop")} accept={ACCEPTED} acceptInWords={t("ask.kinds")} maxBytes={LARGEST} send={send} />
    </Stack>
  );
}
