import { useFormat } from "../../lib/format.ts";
import type { Localized } from "../../lib/language.ts";

/** Decimals of a value that a reader can use; the server keeps more. */
const SHOWN_DECIMALS = 2;

/** Writes a value with its unit: `96.25 %`, `9.4 hours per order`. */
export function useValue(): (value: string, unit: Localized) => string {
  const { decimal, percent, text } = useFormat();
  return (value, unit) => (unit.en === "%" ? percent(shortened(value)) : `${decimal(shortened(value))} ${text(unit)}`);
}

/** Rounded as the house rounds, halves away from nought, on the text itself. */
function shortened(value: string): string {
  const [whole = "0", part = ""] = value.split(".");
  if (part.length <= SHOWN_DECIMALS) return value;
  const kept = BigInt(whole.replace("-", "") + part.slice(0, SHOWN_DECIMALS)) + (Number(part.charAt(SHOWN_DECIMALS)) >= 5 ? 1n : 0n);
  const digits = kept.toString().padStart(SHOWN_DECIMALS + 1, "0");
  const sign = value.startsWith("-") ? "-" : "";
  return `${sign}${digits.slice(0, -SHOWN_DECIMALS)}.${digits.slice(-SHOWN_DECIMALS)}`.replace(/\.?0+$/, "");
}
