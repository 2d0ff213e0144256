import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Logger } from "pino";
import type { DataSource } from "typeorm";
import { compose, type Services } from "./compose.ts";
import { entities } from "./entities.ts";
import { journalSigner } from "./journal-signer.ts";
import { association } from "./modules/members/index.ts";
import { system } from "./platform/actor.ts";
import type { ServerConfig } from "./platform/config.ts";
import { Context } from "./platform/context.ts";
import { openDatabase } from "./platform/database.ts";
import { createLog } from "./platform/log.ts";
import { openSigningFolder, readSigningIdentity, type SigningIdentity } from "./platform/signing.ts";

/** What the API and the workers both stand on. */
export interface House {
  log: Logger;
  source: DataSource;
  services: Services;
  /** What the association signs its papers with. */
  identity: SigningIdentity;
}

/** Opens the database, the signing key and the services for one process of the house. */
export async function openHouse(config: ServerConfig, name: string): Promise<House> {
  const log = createLog({ level: config.logLevel, mode: config.mode, name });
  const source = await openDatabase({ url: config.databaseUrl, entities });
  const identity = await signingIdentity(config, new Context({ source, actor: system, requestId: "start" }));
  const services = compose({ ...config, filesRoot: join(config.dataDir, "files"), trusted: [identity.chain], journalSigner: journalSigner(identity, config.publicUrl) });
  return { log, source, services, identity };
}

/** The operator's key, else one made at the first start and kept in the data folder. */
async function signingIdentity({ signingKey, signingFolder }: ServerConfig, ctx: Context): Promise<SigningIdentity> {
  if (signingKey) return readSigningIdentity(await readFile(signingKey.file), signingKey.passphrase);
  const { name } = await association(ctx);
  await ctx.endReads();
  return openSigningFolder(signingFolder, name.en, ctx.now);
}
