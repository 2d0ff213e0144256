import { normalEmail, User } from "./modules/identity/index.ts";
import { openHouse } from "./open-house.ts";
import { system } from "./platform/actor.ts";
import type { ServerConfig } from "./platform/config.ts";
import { Context } from "./platform/context.ts";
import { done, type Outcome, refused } from "./platform/outcome.ts";

/** Makes a link back in for whoever signs in with an address, in the name of the house: for when nobody is left who could do it in the portal. */
export async function renewAccess(config: ServerConfig, email: string): Promise<Outcome<{ name: string; link: string; expiresAt: Date }>> {
  const { source, services } = await openHouse(config, "cli");
  try {
    return await new Context({ source, actor: system, requestId: "user-renew" }).inTransaction(async (tx) => {
      const user = await tx.db.findOneBy(User, { email: normalEmail(email) });
      if (user === null) return refused("NOT_FOUND", "email");
      const renewed = await services.renewals.renew(tx, user.id, "all");
      return renewed.ok ? done({ name: user.name, link: renewed.value.link, expiresAt: renewed.value.expiresAt }) : renewed;
    });
  } finally {
    await source.destroy();
  }
}
