import { expect, test } from "vitest";
import { shareRead } from "../../../server/modules/norms/reading.rules.ts";

test.each([[0, 26, "0"], [4, 26, "15.3"], [25, 26, "96.1"], [26, 26, "100"], [2, 3, "66.6"], [0, 0, null]] as const)("%i of %i articles read is %s per cent", (read, articles, share) => {
  expect(shareRead(read, articles)).toBe(share);
});
