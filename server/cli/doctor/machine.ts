import { existsSync, readFileSync, statSync } from "node:fs";
import { access, constants, readdir, statfs } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { refuseTakenPort } from "../../launch/port.ts";
import { projectRoot, type Config } from "../../platform/config.ts";
import { failed, messageOf, ok, warning, type Finding } from "./finding.ts";

interface Manifest {
  version: string;
  engines: { node: string };
  dependencies: Record<string, string>;
}

const manifestAt = (folder: string): Manifest => JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Manifest;

export function checkNode(): Finding {
  const wanted = manifestAt(projectRoot).engines.node.replace(/[^\d.]/g, "");
  const present = process.versions.node;
  const enough = present.localeCompare(wanted, "en", { numeric: true }) >= 0;
  return (enough ? ok : failed)("Node.js", enough ? `${present}, at least ${wanted} is needed` : `${present} is too old: install ${wanted} or later`);
}

/** Every package stands in node_modules in the pinned version. */
export function checkPackages(): Finding {
  const pinned = Object.entries(manifestAt(projectRoot).dependencies);
  const wrong = pinned.flatMap(([name, version]) => {
    const folder = join(projectRoot, "node_modules", name);
    if (!existsSync(folder)) return [`${name} is missing`];
    const present = manifestAt(folder).version;
    return present === version ? [] : [`${name} is ${present} instead of ${version}`];
  });
  return wrong.length === 0 ? ok("packages", `${pinned.length} as pinned`) : failed("packages", `${wrong.join(", ")}: run npm ci`);
}

/** The port is free, or it is this house that serves there. */
export async function checkPort({ host, port }: Config): Promise<Finding> {
  try {
    await refuseTakenPort(host, port);
    return ok("port", `${port} on ${host} is free`);
  } catch (error) {
    const ours = await isServing(host === "0.0.0.0" || host === "::" ? "localhost" : host, port);
    return ours ? ok("port", `${port} on ${host}: Guildhall is serving there`) : failed("port", messageOf(error));
  }
}

/** Whether a house answers there within three seconds. The timer keeps this process alive, which a signal of its own would not. */
async function isServing(host: string, port: number): Promise<boolean> {
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), 3_000);
  const answer = await fetch(`http://${host}:${port}/healthz`, { signal: patience.signal }).catch(() => null);
  clearTimeout(timer);
  return answer?.ok === true && ((await answer.json().catch(() => null)) as { status?: string } | null)?.status === "alive";
}

/** Who serves by https has a proxy before the API, which speaks http; unless it is named, every visitor bears its address. */
export function checkProxies({ publicUrl, trustedProxies }: Config): Finding {
  if (trustedProxies.length > 0) return ok("proxies", `${trustedProxies.join(", ")} are believed about where a request comes from`);
  if (!publicUrl.startsWith("https:")) return ok("proxies", "none is trusted");
  return warning("proxies", "none is trusted, though people come by https: set TRUSTED_PROXIES to the address of the proxy, or all visitors seem to come from there");
}

const TOO_LITTLE = 200e6;
const SCANTY = 2e9;

export async function checkDataFolder({ dataDir }: Config): Promise<Finding[]> {
  const existing = nearestExisting(dataDir);
  const writable = await access(existing, constants.R_OK | constants.W_OK | constants.X_OK).then(() => true, () => false);
  if (!writable) return [failed("data folder", `${existing} cannot be written by this account: mend its rights or set DATA_DIR`)];
  const exposed = await exposedSecrets(dataDir);
  const { bavail, bsize } = await statfs(existing);
  const [free, room] = [bavail * bsize, `${((bavail * bsize) / 1e9).toFixed(1)} GB are free at ${existing}`];
  return [
    exposed.length === 0 ? ok("data folder", dataDir) : failed("data folder", `others can read ${exposed.join(", ")} in ${dataDir}: chmod 600`),
    free < TOO_LITTLE ? failed("disk", room) : free < SCANTY ? warning("disk", room) : ok("disk", room),
  ];
}

const nearestExisting = (path: string): string => (existsSync(path) ? path : nearestExisting(dirname(path)));

/** Files directly in the data folder are secrets; folders look after themselves. */
async function exposedSecrets(dataDir: string): Promise<string[]> {
  if (!existsSync(dataDir)) return [];
  const entries = await readdir(dataDir, { withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map(({ name }) => name);
  return files.filter((name) => (statSync(join(dataDir, name)).mode & 0o077) !== 0);
}

/** Certificates in Chinese are drawn with fonts from packages, never with fonts of the machine. */
export function checkFonts(): Finding {
  const locate = createRequire(import.meta.url).resolve;
  const missing = ["tc", "sc"].flatMap((family) => ["400Regular", "700Bold"].flatMap((cut) => {
    const file = `@expo-google-fonts/noto-sans-${family}/${cut}/NotoSans${family.toUpperCase()}_${cut}.ttf`;
    try {
      return existsSync(locate(file)) ? [] : [file];
    } catch {
      return [file];
    }
  }));
  return missing.length === 0 ? ok("fonts", "Noto Sans TC and SC") : failed("fonts", `${missing.join(", ")} not found: run npm ci`);
}

/** The key that signs certificates opens with its passphrase and its certificate is in date. */
export async function checkSigningKey({ signingKey, signingFolder }: Config, at: Date): Promise<Finding> {
  const file = signingKey?.file ?? join(signingFolder, "identity.p12");
  if (!existsSync(file)) {
    return signingKey ? failed("signing key", `${file} does not exist: see SIGNING_KEY_FILE`) : warning("signing key", "none yet: the first npm start makes one");
  }
  const { readSigningIdentity } = await import("../../platform/signing.ts");
  const passphrase = signingKey?.passphrase ?? readFileSync(join(signingFolder, "passphrase"), "utf8");
  const { chain: [certificate] } = readSigningIdentity(readFileSync(file), passphrase);
  const [from, to] = [certificate.validFrom, certificate.validTo].map((text) => Date.parse(text)) as [number, number];
  const days = Math.floor((to - at.getTime()) / 86_400_000);
  if (at.getTime() < from || days < 0) return failed("signing key", `its certificate is valid from ${certificate.validFrom} to ${certificate.validTo}, which is not now`);
  return (days < 60 ? warning : ok)("signing key", `${certificate.subject.replaceAll("\n", ", ")}: valid for ${days} more days`);
}
