import type { ReactNode } from "react";
import { useFormat } from "../lib/format.ts";
import { Button } from "./button.tsx";
import "./files.css";

export interface KeptFile {
  id: string;
  name: string;
  mediaType: string;
  size: number;
}

interface FilesProps {
  label: string;
  of: readonly { key: string; file: KeptFile; note?: string; action?: ReactNode }[];
  /** Whether pictures are shown and not only named. */
  shown?: boolean;
  /** Fetches a file that its address alone does not give. */
  onFetch?: (file: KeptFile) => unknown;
}

/** Kept files, each to be fetched by its name. */
export function Files({ label, of, shown = false, onFetch }: FilesProps) {
  const { bytes } = useFormat();
  if (of.length === 0) return null;
  return (
    <ul className="hall-files" aria-label={label}>
      {of.map(({ key, file, note, action }) => (
        <li key={key}>
          <div>
            {onFetch ? (
              <Button kind="quiet" onClick={() => onFetch(file)}>{file.name}</Button>
            ) : (
              <a href={`/files/${file.id}`} download>
                {file.name}
              </a>
            )}{" "}
            <small>
              {bytes(file.size)}
              {note ? ` · ${note}` : ""}
            </small>
            {shown && file.mediaType.startsWith("image/") && <img className="hall-file-picture" src={`/files/${file.id}`} alt={file.name} loading="lazy" />}
          </div>
          {action}
        </li>
      ))}
    </ul>
  );
}
