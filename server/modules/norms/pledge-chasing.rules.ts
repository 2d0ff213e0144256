/** When members are reminded to sign, as the association has decided it. */
export interface PledgeChasing {
  id: string;
  version: number;
  effectiveFrom: string;
  /** Days counted from the day to sign by; below nought before it. */
  reminderDays: readonly number[];
  /** How many days a newcomer has at least, from its admission. */
  newcomerDays: number;
}

/** Nobody has decided anything yet: nobody is reminded, and newcomers have no longer than others. */
const undecided = { reminderDays: [], newcomerDays: 0 };

/** The days a decision names, each once and in order. */
export const chasingDays = (chasing: PledgeChasing | null): { reminderDays: number[]; newcomerDays: number } => {
  const { reminderDays, newcomerDays } = chasing ?? undecided;
  return { reminderDays: [...new Set(reminderDays)].sort((a, b) => a - b), newcomerDays };
};
