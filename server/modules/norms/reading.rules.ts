import { Decimal } from "../../kernel/decimal.ts";

/** How much of a norm was read, in per cent with one decimal; null while it has no article, since nothing is not all. */
export function shareRead(read: number, articles: number): string | null {
  return articles === 0 ? null : new Decimal(read).div(articles).times(100).toDecimalPlaces(1, Decimal.ROUND_DOWN).toString();
}
