import { CloudUploadOutlined } from "@ant-design/icons";
import { useId, useState, type DragEvent } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../lib/format.ts";
import type { Problem } from "../lib/problem.ts";
import type { UploadWatch } from "../lib/upload.ts";
import { Button } from "./button.tsx";
import { useSentence } from "./sentence.ts";
import { useUploads, type Upload } from "./use-uploads.ts";
import "./form.css";
import "./progress.css";

interface FileDropProps {
  label: string;
  /** As in the `accept` attribute: `.pdf,image/png`. */
  accept: string;
  /** The accepted kinds in words, said before anything is chosen. */
  acceptInWords: string;
  /** Largest size of one file in bytes. */
  maxBytes: number;
  /** Sends one file and answers what was wrong with it; what was stored is shown by whoever asked for it. */
  send: (file: File, watch: UploadWatch) => Promise<readonly Problem[]>;
}

/** A place to drop or choose files; each is sent at once, with its own progress, and can be stopped or tried again. */
export function FileDrop({ label, accept, acceptInWords, maxBytes, send }: FileDropProps) {
  const { t } = useTranslation("ui");
  const { bytes } = useFormat();
  const inputId = useId();
  const [isOver, setOver] = useState(false);
  const uploads = useUploads(send, maxBytes);

  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    uploads.add(event.dataTransfer.files);
  };
  return (
    <div className="hall-field">
      <label
        className={isOver ? "hall-drop hall-drop-over" : "hall-drop"}
        htmlFor={inputId}
        onDragOver={(event) => (event.preventDefault(), setOver(true))}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <CloudUploadOutlined aria-hidden="true" />
        <span>{label}</span>
        <small>{t("file.limits", { kinds: acceptInWords, size: bytes(maxBytes) })}</small>
        <input
          id={inputId}
          className="hall-hidden"
          type="file"
          accept={accept}
          multiple
          onChange={({ currentTarget }) => {
            uploads.add(currentTarget.files);
            currentTarget.value = "";
          }}
        />
      </label>
      <ul className="hall-uploads" aria-live="polite">
        {uploads.all.filter(({ state }) => state !== "STORED").map((upload) => (
          <UploadRow key={upload.key} of={upload} onStop={() => uploads.stop(upload.key)} onRetry={() => uploads.retry(upload.key)} onDismiss={() => uploads.dismiss(upload.key)} />
        ))}
      </ul>
      <p className="hall-hidden" role="status">{uploads.all.filter(({ state }) => state === "STORED").map(({ file }) => t("file.stored", { name: file.name })).join(" ")}</p>
    </div>
  );
}

interface UploadRowProps {
  of: Upload;
  onStop: () => void;
  onRetry: () => void;
  onDismiss: () => void;
}

function UploadRow({ of, onStop, onRetry, onDismiss }: UploadRowProps) {
  const { t } = useTranslation("ui");
  const { bytes } = useFormat();
  const sentence = useSentence();
  const { name, size } = of.file;
  return (
    <li>
      <span>
        {name} <small>{bytes(size)}</small>
      </span>
      {of.state === "SENDING" && (
        <>
          <Button kind="quiet" onClick={onStop} label={`${t("file.stop")} ${name}`}>
            {t("file.stop")}
          </Button>
          <div className="hall-progress">
            <progress max={1} value={of.share} aria-label={t("file.sending", { name })} />
          </div>
        </>
      )}
      {of.state === "REFUSED" && (
        <>
          <div className="hall-upload-acts">
            <Button kind="quiet" onClick={onRetry} label={`${t("file.retry")} ${name}`}>
              {t("file.retry")}
            </Button>
            <Button kind="quiet" onClick={onDismiss} label={`${t("file.dismiss")} ${name}`}>
              {t("file.dismiss")}
            </Button>
          </div>
          <strong className="hall-field-error">{of.problems.map(sentence).join(" ")}</strong>
        </>
      )}
    </li>
  );
}
