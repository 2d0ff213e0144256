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
import { openSigningIdentity, type SigningIdentity, trustedCertificates } from "./platform/signing.ts";

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
  const source = await openDatabase({ url: config.databaseUrl, entities, zone: config.zone, onLost: (error) => log.warn({ err: error }, "a database connection was lost") });
  const start = new Context({ source, actor: system, requestId: "start" });
  const identity = await openSigningIdentity(config, (await association(start)).name.en, start.now);
  await start.endReads();
  const services = compose({
    ...config,
    filesRoot: join(config.dataDir, "files"),
    trusted: await trustedCertificates(config),
    journalSigner: journalSigner(identity, config.publicUrl),
  });
  return { log, source, services, identity };
}
