import type { Problem } from "./problem.ts";

export interface UploadWatch {
  /** Share of the file that has left this machine, 0 to 1. */
  onProgress: (share: number) => void;
  /** Ends the upload when aborted. */
  signal: AbortSignal;
}

export type UploadResult<Stored> = { stored: Stored; problems: readonly [] } | { stored: null; problems: readonly Problem[] };

/** Posts one file to an upload address of the house and answers what it stored there, or why it refused. */
export function upload<Stored>(to: string, file: File, watch: UploadWatch, fields: Record<string, string> = {}, headers: Record<string, string> = {}): Promise<UploadResult<Stored>> {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  body.append("file", file);
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const fail = (code: string) => resolve({ stored: null, problems: [{ code, path: "" }] });
    request.open("POST", to);
    request.responseType = "json";
    for (const [name, value] of Object.entries({ "apollo-require-preflight": "true", ...headers })) request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded, total }) => watch.onProgress(total === 0 ? 0 : loaded / total);
    request.onload = () => resolve(answerOf<Stored>(request));
    request.onerror = () => fail("UNREACHABLE");
    request.onabort = () => fail("CANCELLED");
    watch.signal.addEventListener("abort", () => request.abort(), { once: true });
    request.send(body);
  });
}

function answerOf<Stored>({ status, response }: XMLHttpRequest): UploadResult<Stored> {
  if (status >= 200 && status < 300) return { stored: response as Stored, problems: [] };
  const { problems } = (response ?? {}) as { problems?: readonly Problem[] };
  return { stored: null, problems: problems ?? [{ code: codes[status] ?? "INTERNAL_SERVER_ERROR", path: "" }] };
}

const codes: Record<number, string> = { 401: "UNAUTHENTICATED", 403: "FORBIDDEN", 413: "FILE_OVER_LIMIT", 429: "TOO_MANY_REQUESTS" };
