import { IsNull } from "typeorm";
import { newId } from "../../kernel/ids.ts";
import type { Language } from "../../kernel/language.ts";
import type { Context } from "../../platform/context.ts";
import { announce } from "../../platform/outbox.ts";
import { done, type Outcome, refused } from "../../platform/outcome.ts";
import type { Page, PageRequest } from "../../platform/paging.ts";
import { normalEmail } from "./attempt.service.ts";
import { Credential } from "./credential.entity.ts";
import { invitationRevoked, invitationSent, userAddressReleased, userJoined } from "./identity.events.ts";
import { Invitation } from "./invitation.entity.ts";
import { type InvitationRow, invitationByToken, openInvitationPage } from "./link.queries.ts";
import { hashPassword } from "./password-hash.ts";
import { passwordFault } from "./password.rules.ts";
import type { Role } from "./permissions.ts";
import { newToken, tokenDigest } from "./secrets.ts";
import { invitationLasts } from "./session.rules.ts";
import { User } from "./user.entity.ts";
import { reaches, rolesFit } from "./user.policy.ts";

/** Whom to invite, as what, and for which member; a member's own administrator may leave the member out. */
export interface InvitationRequest {
  email: string;
  role: Role;
  memberId: string | null;
  language: Language;
}

export interface SentInvitation {
  invitation: Invitation;
  /** The one time the link is known. */
  link: string;
}

const NAME_LENGTH = 200;

/** How people come to have an account: invited, never by themselves. */
export class InvitationService {
  constructor(
    private readonly publicUrl: string,
    /** Whether there is such a member; the list of members lies above this module. */
    private readonly memberExists: (tx: Context, id: string) => Promise<boolean>,
    /** Whether persons of the demo story may let others in. */
    private readonly demo: boolean,
  ) {}

  /** Makes a link for one person. `scope` is that of whoever invites: members invite their own people only. */
  async send(tx: Context, request: InvitationRequest, scope: string): Promise<Outcome<SentInvitation>> {
    const email = normalEmail(request.email);
    if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email) || email.length > 254) return refused("INVALID", "input.email");
    const memberId = request.memberId ?? tx.actor.memberId;
    if (!(await this.mayInviteFor(tx, memberId, scope))) return refused("NOT_FOUND", "input.memberId");
    if (!rolesFit([request.role], memberId)) return refused("ROLES_DISAGREE", "input.role");
    const known = await tx.db.findOneBy(User, { email });
    if (known !== null && known.disabledAt === null && reaches({ ...tx.actor, scope }, known)) return refused("EMAIL_TAKEN", "input.email");
    return done(await this.write(tx, { ...request, email, memberId }));
  }

  /** Invitations that can still be accepted, of one member's people if it is named. */
  open(ctx: Context, request: PageRequest, memberId: string | null): Promise<Page<InvitationRow>> {
    return openInvitationPage(ctx, request, memberId, this.demo);
  }

  /** Makes a link good for nothing before anybody came by it. */
  async revoke(tx: Context, id: string, scope: string): Promise<Outcome<Invitation>> {
    const invitation = await tx.db.findOne(Invitation, { where: { id }, lock: { mode: "pessimistic_write" } });
    if (invitation === null || !reaches({ ...tx.actor, scope }, invitation)) return refused("NOT_FOUND", "id");
    if (invitation.acceptedAt !== null) return refused("INVITATION_INVALID", "id");
    if (invitation.revokedAt !== null) return done(invitation);
    invitation.revokedAt = tx.now;
    await tx.db.save(invitation);
    announce(tx, invitationRevoked, { invitationId: id }, { record: id, before: { revokedAt: null }, after: { revokedAt: tx.now } });
    return done(invitation);
  }

  /** Makes every link of a member good for nothing that nobody came by yet. */
  async revokeAll(tx: Context, memberId: string): Promise<void> {
    for (const { id } of await tx.db.find(Invitation, { where: { memberId, acceptedAt: IsNull(), revokedAt: IsNull() }, order: { id: "asc" } })) await this.revoke(tx, id, "all");
  }

  /** Turns an invitation into a person with a name and a password, as long as its sender may still invite there. */
  async accept(tx: Context, { token, name, password }: { token: string; name: string; password: string }): Promise<Outcome<User>> {
    const invitation = await invitationByToken(tx, tokenDigest(token), this.demo);
    if (invitation === null) return refused("INVITATION_INVALID", "input.token");
    if (name.trim() === "") return refused("REQUIRED", "input.name");
    if (name.trim().length > NAME_LENGTH) return refused("TOO_LONG", "input.name");
    const fault = passwordFault(password, [name, invitation.email]);
    if (fault) return refused(fault, "input.password");
    if (!(await this.frees(tx, invitation))) return refused("INVITATION_INVALID", "input.token");
    return done(await this.join(tx, invitation, name.trim(), password));
  }

  /**
   * Whether the address of an invitation is free, or is now: whoever may shut out the one that has it, and did, may give it to
   * somebody else. Nobody proves that an address is theirs, so one that was taken must not be lost to whom it belongs.
   */
  private async frees(tx: Context, { email, sentBy }: InvitationRow): Promise<boolean> {
    const holder = await tx.db.findOne(User, { where: { email }, lock: { mode: "pessimistic_write" } });
    if (holder === null) return true;
    const sender = sentBy === null ? null : await tx.db.findOneByOrFail(User, { id: sentBy });
    if (holder.disabledAt === null || (sender !== null && sender.memberId !== null && sender.memberId !== holder.memberId)) return false;
    const nobodys = `${holder.id.toLowerCase()}@released.invalid`;
    await tx.db.update(User, { id: holder.id }, { email: nobodys });
    announce(tx, userAddressReleased, { userId: holder.id }, { record: holder.id, before: { email }, after: { email: nobodys } });
    return true;
  }

  private async mayInviteFor(tx: Context, memberId: string | null, scope: string): Promise<boolean> {
    if (!reaches({ ...tx.actor, scope }, { memberId })) return false;
    return memberId === null || this.memberExists(tx, memberId);
  }

  private async write(tx: Context, request: InvitationRequest): Promise<SentInvitation> {
    const token = newToken();
    const invitation: Invitation = {
      ...request,
      id: newId("inv", tx.now),
      tokenDigest: tokenDigest(token),
      sentBy: tx.actor.userId,
      sentAt: tx.now,
      expiresAt: new Date(tx.now.getTime() + invitationLasts),
      acceptedAt: null,
      acceptedBy: null,
      revokedAt: null,
    };
    await tx.db.insert(Invitation, invitation);
    announce(tx, invitationSent, { invitationId: invitation.id }, { record: invitation.id, after: { ...request, expiresAt: invitation.expiresAt } });
    return { invitation, link: `${this.publicUrl}/app/invitation#${token}` };
  }

  private async join(tx: Context, invitation: InvitationRow, name: string, password: string): Promise<User> {
    const { email, role, memberId, language } = invitation;
    const user: User = { id: newId("usr", tx.now), email, name, language, roles: [role], memberId, totpEnrolledAt: null, disabledAt: null, joinedAt: tx.now };
    await tx.db.insert(User, user);
    await tx.db.insert(Credential, {
      userId: user.id,
      passwordHash: await hashPassword(password),
      passwordChangedAt: tx.now,
      totpSecret: null,
      totpOfferedSecret: null,
      totpLastStep: null,
    });
    await tx.db.update(Invitation, { id: invitation.id }, { acceptedAt: tx.now, acceptedBy: user.id });
    announce(tx, userJoined, { userId: user.id, invitationId: invitation.id }, { record: user.id, after: user });
    return user;
  }
}
