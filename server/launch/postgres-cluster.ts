import { execFile } from "node:child_process";
import { chmodSync, chownSync, existsSync, lstatSync, mkdirSync, readlinkSync, realpathSync, renameSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { keptSecret } from "../platform/kept-secret.ts";
import { accountFor, reaches, shelterFor, type Account } from "./postgres-account.ts";
import { passwordName } from "./postgres-address.ts";
import { findBinaries, type Binaries } from "./postgres-binaries.ts";

/** Everything needed to run the server of one data folder. */
export interface Cluster {
  folder: string;
  account: Account;
  binaries: Binaries;
  password: string;
}

/** Text search in Chinese needs LC_CTYPE in UTF-8: with C, trigrams of 誠信 are silently empty. */
const birth = [
  ...["--encoding=UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C", "--lc-ctype=C.UTF-8"],
  ...["--auth=scram-sha-256", "--username=guildhall", "--no-sync"],
];

/** A clean environment: PGDATA, PGPORT and their like in the caller's must not reach the server. */
export const serverEnvironment = { PATH: "/usr/local/bin:/usr/bin:/bin", TZ: "UTC" };

/** The cluster of a data folder, made at the first call and found again at every later one. */
export async function openCluster(givenDataDir: string, log: (line: string) => void): Promise<Cluster> {
  mkdirSync(givenDataDir, { recursive: true });
  const dataDir = realpathSync(givenDataDir);
  const place = join(dataDir, "postgres");
  const account = accountFor(place);
  refuseForeign(place, account);

  const refuge = () => (account.borrowed ? shelterFor(account, dataDir) : dataDir);
  const binaries = findBinaries(account, refuge, log);
  letThrough(account, dataDir, log);
  if (!existsSync(place) && !reaches(account, dataDir)) shelter(place, refuge(), log);

  const cluster = { folder: realPlace(place), account, binaries, password: keptSecret(dataDir, passwordName) };
  if (!existsSync(join(cluster.folder, "PG_VERSION"))) {
    log("a new cluster is made");
    await createCluster(cluster);
  }
  if (reaches(account, cluster.folder)) return cluster;
  throw new Error(`${dataDir} was closed after the database was made there: let other accounts pass through it again (chmod o+x on it and the folders above), or start as its owner.`);
}

function refuseForeign(place: string, account: Account): void {
  const owner = statSync(place, { throwIfNoEntry: false });
  if (owner && owner.uid !== account.uid) {
    throw new Error(`The database in ${place} belongs to another account (uid ${owner.uid}): start as root or as that account, or set DATA_DIR to another folder.`);
  }
}

/** The data folder itself may be passed through, though not read, by the account root lends: better than to leave it. */
function letThrough(account: Account, dataDir: string, log: (line: string) => void): void {
  const { mode, uid } = statSync(dataDir);
  if (!account.borrowed || uid !== 0 || reaches(account, dataDir) || !reaches(account, dirname(dataDir))) return;
  log(`${dataDir} is opened for passing through (chmod o+x), which PostgreSQL needs when root starts it`);
  chmodSync(dataDir, mode | 0o001);
}

/** A closed home keeps the server's account out, so the cluster lives elsewhere and a link remembers where. */
function shelter(place: string, refuge: string, log: (line: string) => void): void {
  log(`${dirname(place)} is closed to the account PostgreSQL runs under, so the database lives in ${refuge}`);
  if (lstatSync(place, { throwIfNoEntry: false })) rmSync(place);
  symlinkSync(join(refuge, "postgres"), place);
}

const realPlace = (place: string): string =>
  lstatSync(place, { throwIfNoEntry: false })?.isSymbolicLink() ? readlinkSync(place) : place;

/** Everything happens in a draft that is renamed at the end: a cluster exists whole or not at all. */
async function createCluster({ folder, account, binaries, password }: Cluster): Promise<void> {
  const [draft, passwordFile] = [`${folder}.draft`, `${folder}.password`];
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700, recursive: true });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  try {
    for (const path of [draft, passwordFile]) chownSync(path, account.uid, account.gid);
    await run(account, binaries.initdb, [...birth, `--pwfile=${passwordFile}`, "-D", draft]);
    await run(account, binaries.postgres, ["--single", "-D", draft, "postgres"], "create database guildhall;\n");
    renameSync(draft, folder);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

function run({ uid, gid }: Account, program: string, args: string[], input = ""): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = execFile(program, args, { uid, gid, cwd: "/", env: serverEnvironment }, (error, stdout, stderr) => {
      if (error) reject(new Error(`${program} failed: ${[error.message, stdout, stderr].join("\n").trim()}`));
      else resolve();
    });
    child.stdin?.on("error", () => undefined).end(input);
  });
}
