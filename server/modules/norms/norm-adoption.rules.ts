import type { ProblemCode } from "../../kernel/problem-codes.ts";
import { isOpen } from "./norm-standing.rules.ts";
import type { PriceHit } from "./price-fixing.rules.ts";
import type { TextState } from "./norm.rules.ts";

/** Everything an adoption depends on. */
export interface Adoption {
  state: TextState;
  consultationClosesOn: string | null;
  /** The day the officer names, and the association's today. */
  inForceOn: string;
  today: string;
  /** The day on which the last version adopted begins; null before the first. */
  lastInForceOn: string | null;
  reviewDueOn: string | null;
  /** Comments nobody answered, by their ids. */
  unanswered: readonly string[];
  hits: readonly PriceHit[];
  /** Who justified the hits, if anybody did for exactly these words. */
  justifiedBy: string | null;
  /** Who adopts, and who wrote. */
  adopter: string | null;
  editors: readonly string[];
}

interface Fault {
  code: ProblemCode;
  path: string;
  article?: string;
}

/** Everything that stands in the way of an adoption: its state first, then its days, its comments and its words. */
export function adoptionFaults(adoption: Adoption): Fault[] {
  if (adoption.state !== "CONSULTATION") return [{ code: "NORM_STATE", path: "id" }];
  if (isOpen(adoption, adoption.today)) return [{ code: "CONSULTATION_OPEN", path: "id" }];
  return [...dayFaults(adoption), ...adoption.unanswered.map((id): Fault => ({ code: "COMMENT_UNANSWERED", path: id })), ...hitFaults(adoption)];
}

function dayFaults({ inForceOn, today, lastInForceOn, reviewDueOn }: Adoption): Fault[] {
  if (inForceOn < today) return [{ code: "DAY_PASSED", path: "inForceOn" }];
  if (lastInForceOn !== null && inForceOn <= lastInForceOn) return [{ code: "BEFORE_LAST_VERSION", path: "inForceOn" }];
  return reviewDueOn !== null && reviewDueOn <= inForceOn ? [{ code: "DAY_PASSED", path: "reviewDueOn" }] : [];
}

/** Hits stand in the way until a second person, neither a writer nor the adopter, has justified exactly these words. */
function hitFaults({ hits, justifiedBy, adopter, editors }: Adoption): Fault[] {
  const isJustified = justifiedBy !== null && justifiedBy !== adopter && !editors.includes(justifiedBy);
  return isJustified ? [] : hits.map(({ part, language }) => ({ code: "PRICE_SETTING", path: `${part}.${language}`, article: part }));
}
