import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Whether poppler's command is on this machine; where it is not, what needs it is skipped by name. */
export const hasPoppler = (command: "pdftotext" | "pdfsig" | "pdfinfo" | "pdffonts"): boolean => spawnSync(command, ["-v"]).error === undefined;

/** Runs a poppler command over a paper and answers what it printed. */
export function poppler(command: string, paper: Buffer, ...options: string[]): string {
  const folder = mkdtempSync(join(tmpdir(), "guildhall-paper-"));
  try {
    const file = join(folder, "paper.pdf");
    writeFileSync(file, paper);
    const tail = command === "pdftotext" ? ["-"] : [];
    return execFileSync(command, [...options, file, ...tail], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
