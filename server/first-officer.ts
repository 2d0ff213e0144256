import { hasOfficer } from "./modules/identity/index.ts";
import { openHouse } from "./open-house.ts";
import { system } from "./platform/actor.ts";
import type { ServerConfig } from "./platform/config.ts";
import { Context } from "./platform/context.ts";
import { done, type Outcome, refused } from "./platform/outcome.ts";

/** Invites the first officer in the name of the house; refuses where one can sign in already, since they invite the others. */
export async function inviteFirstOfficer(config: ServerConfig, email: string): Promise<Outcome<{ link: string; expiresAt: Date }>> {
  const { source, services } = await openHouse(config, "cli");
  try {
    return await new Context({ source, actor: system, requestId: "officer-create" }).inTransaction(async (tx) => {
      if (await hasOfficer(tx, config.demo)) return refused("OFFICER_EXISTS", "email");
      const sent = await services.invitations.send(tx, { email, role: "OFFICER", memberId: null, language: "zh-Hant" }, "all");
      return sent.ok ? done({ link: sent.value.link, expiresAt: sent.value.invitation.expiresAt }) : sent;
    });
  } finally {
    await source.destroy();
  }
}
