import { readFile, writeFile } from "node:fs/promises";
import type { Command } from "commander";
import type { NoteVerifier } from "../platform/checkpoint.ts";
import type { Config } from "../platform/config.ts";
import type { JournalCheck, KnownLeaves } from "../platform/journal-check.ts";

interface VerifyOptions {
  checkpoint?: string;
  key?: string;
  json?: boolean;
}

interface CheckpointOptions {
  out: string;
  json?: boolean;
}

/** `journal verify` and `journal checkpoint`: the trail is checked from its first entry, and sealed for outsiders to keep. */
export function register(program: Command): void {
  const journal = program.command("journal").description("check and seal the trail of acts");
  journal
    .command("verify")
    .description("find the first entry that was edited, removed, moved, put in or cut off; exit code 1 when there is one (needs the database)")
    .option("--checkpoint <file>", "a checkpoint exported earlier and kept outside this house")
    .option("--key <line>", "the key that signed the checkpoint, as `journal checkpoint` printed it; this house's own unless given")
    .option("--json", "print the result as JSON")
    .action(async (options: VerifyOptions) => {
      const check = await verify(options);
      if (!("ok" in check) || !check.ok) process.exitCode = 1;
      process.stdout.write(`${options.json ? JSON.stringify(check, null, 2) : inWords(check)}\n`);
    });
  journal
    .command("checkpoint")
    .description("write a signed checkpoint of the journal to a file, to be kept by others (needs the database)")
    .requiredOption("--out <file>", "where to write it")
    .option("--json", "print what was sealed as JSON")
    .action(async (options: CheckpointOptions) => {
      const sealed = await seal(options.out);
      process.stdout.write(options.json ? `${JSON.stringify(sealed, null, 2)}\n` : `Sealed ${sealed.size} entries in ${options.out}.\nKey for --key: ${sealed.key}\n`);
    });
}

type Verified = JournalCheck | { problem: string };

async function verify({ checkpoint, key }: VerifyOptions): Promise<Verified> {
  const [{ withDatabase }, { withJournal }, { checkJournal }] = await Promise.all([
    import("./database.ts"), import("../platform/journal-reading.ts"), import("../platform/journal-check.ts"),
  ]);
  return withDatabase(async (config) => {
    const known = checkpoint === undefined ? null : await readKnown(checkpoint, key, config);
    if (known !== null && "problem" in known) return known;
    return withJournal(config.migrationDatabaseUrl, ({ entries, counted }) => checkJournal(entries, known, counted));
  });
}

async function readKnown(file: string, key: string | undefined, config: Config): Promise<KnownLeaves | { problem: string }> {
  const { openCheckpointFile, readVerifierLine, verifierOf } = await import("../platform/checkpoint.ts");
  const verifier: NoteVerifier | null = key === undefined ? verifierOf(await signerOf(config)) : readVerifierLine(key);
  if (verifier === null) return { problem: "The key given is not one line of the form name+hash+key." };
  const opened = openCheckpointFile(await readFile(file, "utf8"), verifier);
  return "problem" in opened ? opened : { size: opened.checkpoint.size, leaves: opened.leaves };
}

async function seal(out: string): Promise<{ origin: string; size: number; root: string; key: string }> {
  const [{ withDatabase }, { withJournal }, { checkJournal }, { checkpointFile, verifierLine, verifierOf }] = await Promise.all([
    import("./database.ts"), import("../platform/journal-reading.ts"), import("../platform/journal-check.ts"), import("../platform/checkpoint.ts"),
  ]);
  return withDatabase(async (config) => {
    const leaves: Buffer[] = [];
    const check = await withJournal(config.migrationDatabaseUrl, ({ entries, counted }) => checkJournal(collecting(entries, leaves), null, counted));
    if (check.firstBad !== null) throw new Error(`The journal is not sealed, because it does not hold: ${check.firstBad.detail}`);
    const signer = await signerOf(config);
    const file = checkpointFile(signer.name, leaves, signer);
    await writeFile(out, `${JSON.stringify(file, null, 2)}\n`);
    return { origin: file.origin, size: file.size, root: file.root, key: verifierLine(verifierOf(signer)) };
  });
}

async function* collecting<Entry extends { leafHash: Buffer }>(entries: AsyncIterable<Entry>, leaves: Buffer[]): AsyncGenerator<Entry> {
  for await (const entry of entries) {
    leaves.push(entry.leafHash);
    yield entry;
  }
}

async function signerOf(config: Config) {
  const [{ journalSigner }, { openSigningIdentity }] = await Promise.all([import("../journal-signer.ts"), import("../platform/signing.ts")]);
  return journalSigner(await openSigningIdentity(config, "Guildhall", new Date()), config.publicUrl);
}

function inWords(check: Verified): string {
  if ("problem" in check) return check.problem;
  const { firstBad, size, checkpoint } = check;
  const against = checkpoint === null ? "checked against itself alone; whoever rewrote all of it would not be seen" : `checked against a checkpoint of ${checkpoint.size} entries`;
  return firstBad === null ? `The journal holds: ${size} entries, ${against}.` : `The journal does not hold. Entry ${firstBad.seq}, ${firstBad.kind}: ${firstBad.detail}`;
}
