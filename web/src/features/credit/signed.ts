import { useFormat } from "../../lib/format.ts";

/** A writer of decimals that add or take: `+3.40`, `−1.20`; a dash where there is none. */
export function useSigned() {
  const { decimal } = useFormat();
  return (value: string | null | undefined): string => {
    if (!value) return "–";
    if (value.startsWith("-")) return `−${decimal(value.slice(1))}`;
    return Number(value) === 0 ? decimal(value) : `+${decimal(value)}`;
  };
}
