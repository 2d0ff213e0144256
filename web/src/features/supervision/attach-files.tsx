import { useState } from "react";
import { useTranslation } from "react-i18next";
import { upload, type UploadWatch } from "../../lib/upload.ts";
import { Button } from "../../ui/button.tsx";
import { FileDrop } from "../../ui/file-drop.tsx";
import { Files, type KeptFile } from "../../ui/files.tsx";
import { Stack } from "../../ui/stack.tsx";

const ACCEPTED = ".pdf,.png,.jpg,.jpeg,.webp,.xlsx,.docx,.csv,.txt";
const LARGEST = 10_000_000;
/** Files that belong to cases are kept apart from evidence: other people may read them. */
const ADDRESS = "/uploads?for=case";

/** The files somebody has uploaded to hand them in with what they are writing. */
export function useAttached() {
  const [files, setFiles] = useState<readonly KeptFile[]>([]);
  const send = async (file: File, watch: UploadWatch) => {
    const { stored, problems } = await upload<KeptFile>(ADDRESS, file, watch);
    if (stored !== null) setFiles((before) => [...before, stored]);
    return problems;
  };
  return { files, send, drop: (id: string) => setFiles((before) => before.filter((file) => file.id !== id)), clear: () => setFiles([]) };
}

/** A place for files that go with a text; each can be left out again before it is handed in. */
export function AttachFiles({ files, send, drop }: Omit<ReturnType<typeof useAttached>, "clear">) {
  const { t } = useTranslation("supervision");
  return (
    <Stack gap="small">
      <Files
        label={t("files.attached")}
        of={files.map((file) => ({
          key: file.id,
          file,
          action: <Button kind="quiet" onClick={() => drop(file.id)} label={`${t("files.remove")} ${file.name}`}>{t("files.remove")}</Button>,
        }))}
      />
      <FileDrop label={t("files.drop")} accept={ACCEPTED} acceptInWords={t("files.kinds")} maxBytes={LARGEST} send={send} />
    </Stack>
  );
}
