import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Whether poppler's command is on this machine; where it is not, what needs it is skipped by name. */
export const hasPoppler = (command: "pdftotext" | "pdfsig" | "pdfinfo" | "pdffonts" | "pdftoppm"): boolean => spawnSync(command, ["-v"]).error === undefined;

/** Runs a poppler command over a paper and answers what it printed. */
export const poppler = (command: string, paper: Buffer, ...options: string[]): string => ran(command, paper, options, command === "pdftotext" ? ["-"] : []).toString("utf8");

export interface Picture {
  width: number;
  height: number;
  /** From 0, black, to 255, white, row by row. */
  grey: Buffer;
}

/** The first page as a printer would lay it down. */
export function printed(paper: Buffer, dotsPerInch: number): Picture {
  const file = ran("pdftoppm", paper, ["-gray", "-r", String(dotsPerInch), "-l", "1"], []);
  const [head = "", width, height] = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(file.toString("latin1", 0, 40)) ?? [];
  return { width: Number(width), height: Number(height), grey: file.subarray(head.length) };
}

function ran(command: string, paper: Buffer, options: readonly string[], tail: readonly string[]): Buffer {
  const folder = mkdtempSync(join(tmpdir(), "guildhall-paper-"));
  try {
    const file = join(folder, "paper.pdf");
    writeFileSync(file, paper);
    return execFileSync(command, [...options, file, ...tail], { stdio: ["ignore", "pipe", "ignore"], maxBuffer: 64 * 1024 * 1024 });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
