import { setImmediate as others } from "node:timers/promises";

let last: Promise<unknown> = Promise.resolve();

/**
 * Draws once the drawing before it is finished and whatever waited meanwhile had its turn: a paper in the making takes much memory, and the
 * processor whole, and an audit beside it should not wait for a row of them.
 */
export function oneAtATime<T>(draw: () => Promise<T>): Promise<T> {
  const drawn = last.then(() => others()).then(draw);
  last = drawn.catch(() => undefined);
  return drawn;
}
