interface Seat {
  userId: string;
  recusedAt: string | null;
}

interface Vote {
  userId: string;
  revision: number;
  choice: string;
}

/** The votes on what lies before a panel now, from seats that are still held. The server counts anew, and looks at conflicts too. */
export function countingVotes<OfVote extends Vote>(seats: readonly Seat[], votes: readonly OfVote[], revision: number): OfVote[] {
  const held = new Set(seats.filter(({ recusedAt }) => recusedAt === null).map(({ userId }) => userId));
  return votes.filter((vote) => vote.revision === revision && held.has(vote.userId));
}

/** What more than half of the votes chose; null below the quorum, and where nothing has so many. */
export function majorityOf(choices: readonly string[], quorum: number): string | null {
  if (choices.length < quorum) return null;
  return choices.find((choice) => 2 * choices.filter((other) => other === choice).length > choices.length) ?? null;
}
