/** One way of doing a piece of work; its turn answers how much was done per second. */
export interface Contender {
  name: string;
  turn: () => Promise<number>;
}

/** A piece of work: what it is measured against, and who is measured. */
export interface Workload {
  name: string;
  /** What is counted per second. */
  unit: string;
  limit: Contender;
  others: readonly Contender[];
  /** Turns each contender takes in the whole measurement; the short one takes fewer. */
  rounds: number;
}

export interface Measured {
  workload: string;
  contender: string;
  unit: string;
  /** Median of its turns. */
  rate: number;
  /** Of each round: what it did as a share of what the limit did in the same round. */
  ratio: Spread;
}

export interface Spread {
  median: number;
  min: number;
  max: number;
}

/** Lets all contenders take their turns in alternating order, so that whatever else the machine does falls on all alike. The first round only warms up. */
export async function measure({ name, unit, limit, others, rounds }: Workload): Promise<Measured[]> {
  const contenders = [limit, ...others];
  const rates: Map<Contender, number>[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const order = round % 2 === 0 ? contenders : [...contenders].reverse();
    const taken = new Map<Contender, number>();
    for (const contender of order) taken.set(contender, await contender.turn());
    if (round > 0) rates.push(taken);
  }
  const rateOf = (round: Map<Contender, number>, contender: Contender) => round.get(contender) ?? Number.NaN;
  return contenders.map((contender) => ({
    workload: name,
    contender: contender.name,
    unit,
    rate: spread(rates.map((round) => rateOf(round, contender))).median,
    ratio: spread(rates.map((round) => rateOf(round, contender) / rateOf(round, limit))),
  }));
}

export function spread(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  const at = (index: number) => sorted[index] ?? Number.NaN;
  return { median: (at(Math.floor(middle)) + at(Math.ceil(middle))) / 2, min: at(0), max: at(sorted.length - 1) };
}

/** How much of `amount` is done per second while `work` runs. */
export async function perSecond(amount: number, work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return amount / ((performance.now() - began) / 1_000);
}
