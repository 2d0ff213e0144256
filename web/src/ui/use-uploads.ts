import { useRef, useState } from "react";
import type { Problem } from "../lib/problem.ts";
import type { UploadWatch } from "../lib/upload.ts";

export interface Upload {
  key: number;
  file: File;
  state: "SENDING" | "STORED" | "REFUSED";
  /** Share already sent, 0 to 1. */
  share: number;
  problems: readonly Problem[];
}

type Send = (file: File, watch: UploadWatch) => Promise<readonly Problem[]>;

/** The files handed over on this page, each with how far it has come. */
export function useUploads(send: Send, maxBytes: number) {
  const [all, setAll] = useState<readonly Upload[]>([]);
  const nextKey = useRef(0);
  const stops = useRef(new Map<number, AbortController>());

  const change = (key: number, changes: Partial<Upload>) =>
    setAll((before) => before.map((upload) => (upload.key === key ? { ...upload, ...changes } : upload)));

  const start = async (key: number, file: File) => {
    const stop = new AbortController();
    stops.current.set(key, stop);
    const problems = await send(file, { signal: stop.signal, onProgress: (share) => change(key, { share }) });
    change(key, { state: problems.length === 0 ? "STORED" : "REFUSED", problems });
  };

  const add = (files: FileList | null) => {
    for (const file of files ?? []) {
      const key = (nextKey.current += 1);
      const isTooLarge = file.size > maxBytes;
      const problems = isTooLarge ? [{ code: "FILE_OVER_LIMIT", path: "" }] : [];
      setAll((before) => [...before, { key, file, state: isTooLarge ? "REFUSED" : "SENDING", share: 0, problems }]);
      if (!isTooLarge) void start(key, file);
    }
  };

  const retry = (key: number) => {
    const file = all.find((upload) => upload.key === key)?.file;
    if (file === undefined || file.size > maxBytes) return;
    change(key, { state: "SENDING", share: 0, problems: [] });
    void start(key, file);
  };
  const dismiss = (key: number) => setAll((before) => before.filter((upload) => upload.key !== key));
  return { all, add, retry, dismiss, stop: (key: number) => stops.current.get(key)?.abort() };
}
