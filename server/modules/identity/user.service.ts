import { IsNull } from "typeorm";
import type { Context } from "../../platform/context.ts";
import { announce } from "../../platform/outbox.ts";
import { done, type Outcome, refused } from "../../platform/outcome.ts";
import { AccessRenewal } from "./access-renewal.entity.ts";
import { userDisabled, userEnabled, userRolesChanged } from "./identity.events.ts";
import type { Role } from "./permissions.ts";
import type { SessionService } from "./session.service.ts";
import { User } from "./user.entity.ts";
import { mayChangeUser, reaches, rolesFit } from "./user.policy.ts";

/** What is changed about somebody else's access. `actor` tells whose hand it is: the house's own scope reaches further than the person's. */
export class UserService {
  constructor(private readonly sessions: SessionService) {}

  /** Gives a person other roles. Their sessions end, so that nothing of the old roles goes on. */
  async changeRoles(tx: Context, id: string, roles: Role[], scope: string): Promise<Outcome<User>> {
    const found = await this.changeable(tx, id, scope);
    if (!found.ok) return found;
    const user = found.value;
    if (!rolesFit(roles, user.memberId)) return refused("ROLES_DISAGREE", "input.roles");
    const before = { roles: user.roles };
    user.roles = roles;
    await tx.db.save(user);
    await this.sessions.endAll(tx, id);
    announce(tx, userRolesChanged, { userId: id }, { record: id, before, after: { roles } });
    return done(user);
  }

  /** Shuts a person out at once; a link back in that is on its way is void. */
  async disable(tx: Context, id: string, scope: string): Promise<Outcome<User>> {
    const found = await this.changeable(tx, id, scope);
    if (!found.ok) return found;
    const user = found.value;
    if (user.disabledAt !== null) return found;
    user.disabledAt = tx.now;
    await tx.db.save(user);
    await this.sessions.endAll(tx, id);
    await tx.db.delete(AccessRenewal, { userId: id });
    announce(tx, userDisabled, { userId: id }, { record: id, before: { disabledAt: null }, after: { disabledAt: tx.now } });
    return done(user);
  }

  /** Shuts out everybody who acts for a member. */
  async disableAll(tx: Context, memberId: string): Promise<void> {
    for (const { id } of await tx.db.find(User, { where: { memberId, disabledAt: IsNull() }, order: { id: "asc" } })) await this.disable(tx, id, "all");
  }

  /** Lets a person in again as they were: with their password, second factor and keys. */
  async enable(tx: Context, id: string, scope: string): Promise<Outcome<User>> {
    const found = await this.changeable(tx, id, scope);
    if (!found.ok) return found;
    const user = found.value;
    const { disabledAt } = user;
    if (disabledAt === null) return found;
    user.disabledAt = null;
    await tx.db.save(user);
    announce(tx, userEnabled, { userId: id }, { record: id, before: { disabledAt }, after: { disabledAt: null } });
    return done(user);
  }

  /** A person whose access is the actor's to change, held until the end of the transaction. */
  async changeable(tx: Context, id: string, scope: string): Promise<Outcome<User>> {
    const user = await tx.db.findOne(User, { where: { id }, lock: { mode: "pessimistic_write" } });
    const actor = { ...tx.actor, scope };
    if (user === null || !reaches(actor, user)) return refused("NOT_FOUND", "id");
    return mayChangeUser(actor, user) ? done(user) : refused("NOT_YOURSELF", "id");
  }
}
