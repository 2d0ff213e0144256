import { termEnd } from "../../kernel/days.ts";

/** A firm entered under a credit code, as it stands today. */
interface KnownFirm {
  status: "ACTIVE" | "GRACE" | "SUSPENDED" | "LAPSED" | "EXPELLED" | "WITHDRAWN";
  statusSince: string;
}

/** What keeps a firm from applying: it belongs to the association still, or it was expelled and a bar holds through a day. */
export type Hindrance = { code: "CODE_NOT_OPEN" } | { code: "BARRED"; day: string };

/** Why a firm that is entered cannot apply on a day; null where it has left and may. `barMonths` is undefined where nothing is decided about a firm that was expelled. */
export function hindrance({ status, statusSince }: KnownFirm, day: string, barMonths: number | undefined): Hindrance | null {
  if (status === "LAPSED" || status === "WITHDRAWN") return null;
  if (status !== "EXPELLED" || barMonths === undefined) return { code: "CODE_NOT_OPEN" };
  const last = termEnd(statusSince, barMonths);
  return day <= last ? { code: "BARRED", day: last } : null;
}
