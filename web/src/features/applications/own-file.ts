import { download } from "../../lib/download.ts";
import type { KeptFile } from "../../ui/files.tsx";

/** Fetches a file of the applicant's own; the secret travels in a header, since addresses are written down on the way. */
export const fetchOwnFile = ({ id, name }: KeptFile, token: string): Promise<void> => download(`/files/${id}`, name, { "application-token": token });
