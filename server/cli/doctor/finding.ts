/** What one check found. A warning is worth knowing; a failure must be mended before the house can work. */
export interface Finding {
  check: string;
  state: "ok" | "warning" | "failed";
  detail: string;
}

export const ok = (check: string, detail: string): Finding => ({ check, state: "ok", detail });
export const warning = (check: string, detail: string): Finding => ({ check, state: "warning", detail });
export const failed = (check: string, detail: string): Finding => ({ check, state: "failed", detail });

export const messageOf = (error: unknown): string => {
  const message = error instanceof Error ? error.message : String(error);
  return message || (error as { code?: string }).code || "unknown error";
};

/** Runs checks that may throw: what they throw is the finding. */
export async function attempted(check: string, work: () => Promise<Finding[]>): Promise<Finding[]> {
  try {
    return await work();
  } catch (error) {
    return [failed(check, messageOf(error))];
  }
}
