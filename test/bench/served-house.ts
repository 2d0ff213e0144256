import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { newId } from "../../server/kernel/ids.ts";
import { User } from "../../server/modules/identity/index.ts";
import { projectRoot } from "../../server/platform/config.ts";
import { done } from "../../server/platform/outcome.ts";
import type { House } from "./house.ts";

/** An officer with a session of today, opened by the house's own service. */
export function officerSession({ change, services }: House): Promise<string> {
  return change(async (tx) => {
    const id = newId("usr", tx.now);
    const person = { id, roles: ["OFFICER" as const], memberId: null, language: "zh-Hant" as const, totpEnrolledAt: tx.now };
    await tx.db.insert(User, { ...person, email: `${id.toLowerCase()}@bench.example`, name: "Officer", disabledAt: null, joinedAt: tx.now });
    return done((await services.sessions.open(tx, person, { proved: true })).token);
  });
}

/** Starts a program of the bench that answers over HTTP; ready when it has told its port. */
export async function serve(program: string, ...words: string[]): Promise<{ child: ChildProcess; port: number }> {
  const child = spawn(process.execPath, ["--import", "tsx", program, ...words], { cwd: projectRoot, stdio: ["ignore", "inherit", "inherit", "ipc"] });
  const gone = once(child, "exit").then(([code]) => {
    throw new Error(`${program} ended with ${String(code)}.`);
  });
  gone.catch(() => undefined);
  const [port] = (await Promise.race([once(child, "message"), gone])) as [number];
  return { child, port };
}
