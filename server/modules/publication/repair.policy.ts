import type { RepairState } from "./repair.rules.ts";

interface Person {
  memberId: string | null;
  scope: "all" | "member" | "public";
}

/** Why somebody is not to decide: they had a part in the case, or belong to the firm or to one it competes with. */
export type Interest = "PART_OF_CASE" | "AFFILIATED";

interface Application {
  memberId: string;
  state: RepairState;
  /** Of whoever looks at it; null when there is none. */
  interest: Interest | null;
}

/** The association reads every application, a firm its own. */
export const mayRead = ({ scope, memberId }: Person, { memberId: firm }: { memberId: string }): boolean => scope === "all" || memberId === firm;

/** The firm follows up or withdraws what is under way. */
export const mayFollowUp = ({ memberId }: Person, { memberId: firm, state }: Pick<Application, "memberId" | "state">): boolean =>
  memberId === firm && (state === "FILED" || state === "RETURNED");

/** Why this person is not to judge it; null when nothing stands in the way. */
export const judgingBar = ({ memberId }: Person, { memberId: firm, interest }: Pick<Application, "memberId" | "interest">): "OWN_FIRM" | Interest | null =>
  memberId === firm ? "OWN_FIRM" : interest;

/** A panel member decides who had no part in the case and no interest in the firm or its competitors. */
export const mayDecide = (person: Person, repair: Application): boolean => person.scope === "all" && repair.state === "FILED" && judgingBar(person, repair) === null;

/** The house sends an application back for more while it waits. */
export const mayReturn = ({ scope, memberId }: Person, { memberId: firm, state }: Application): boolean => scope === "all" && memberId !== firm && state === "FILED";
