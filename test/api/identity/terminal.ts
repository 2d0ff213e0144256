import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A terminal on a database: it runs `guildhall <words>` and answers what was said. */
export async function openTerminal(databaseUrl: string, env: Record<string, string> = {}) {
  const dataDir = await mkdtemp(join(tmpdir(), "guildhall-terminal-"));
  const given = { ...process.env, DATABASE_URL: databaseUrl, DATA_DIR: dataDir, PUBLIC_URL: "https://guild.example", GUILDHALL_MODE: "demo", NODE_ENV: "test", ...env };
  return {
    guildhall: (...words: string[]) =>
      new Promise<{ code: number; stdout: string; stderr: string }>((done) => {
        execFile(process.execPath, ["--import", "tsx", "server/cli/main.ts", ...words], { env: given }, (error, stdout, stderr) => {
          done({ code: error === null ? 0 : Number(error.code), stdout, stderr });
        });
      }),
    close: () => rm(dataDir, { recursive: true }),
  };
}
