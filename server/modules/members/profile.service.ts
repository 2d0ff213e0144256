import { IsNull } from "typeorm";
import { newId } from "../../kernel/ids.ts";
import { isDay } from "../../kernel/period.ts";
import { dayIn } from "../../kernel/zone.ts";
import type { Context } from "../../platform/context.ts";
import { announce } from "../../platform/outbox.ts";
import { done, type Outcome, refused, refusedWith } from "../../platform/outcome.ts";
import { mayReadMember } from "./member.policy.ts";
import { memberById } from "./member.queries.ts";
import { MemberContact, MemberSite } from "./profile.entity.ts";
import { contactAdded, contactChanged, contactRemoved, siteAdded, siteChanged, siteClosed } from "./profile.events.ts";
import { type ContactDetails, contactFaults, type Fault, type SiteDetails, siteFaults, writtenContact, writtenSite } from "./profile.rules.ts";

const MOST_SITES = 200;
const MOST_CONTACTS = 50;

/** Where a firm trades and whom to speak to: kept by its own people, and by officers. */
export class ProfileService {
  /** `zone` is the association's, in which its days begin. */
  constructor(private readonly zone: string) {}

  async addSite(tx: Context, memberId: string, details: SiteDetails): Promise<Outcome<MemberSite>> {
    if (!(await reaches(tx, memberId))) return refused("NOT_FOUND", "memberId");
    const written = writtenSite(details);
    const faults = siteFaults(written, this.today(tx));
    if (faults.length > 0) return refusedWith(inInput(faults));
    if ((await tx.db.countBy(MemberSite, { memberId })) >= MOST_SITES) return refused("TOO_MANY");
    const site: MemberSite = { ...written, id: newId("sit", tx.now), memberId, revision: 1, closedOn: null };
    await tx.db.insert(MemberSite, site);
    announce(tx, siteAdded, { memberId, siteId: site.id }, { record: site.id, after: site });
    return done(site);
  }

  /** Changes a site; `revision` is the one the change was made from. */
  async changeSite(tx: Context, id: string, revision: number, details: SiteDetails): Promise<Outcome<MemberSite>> {
    const found = await held(tx, MemberSite, id, revision);
    if (!found.ok) return found;
    const written = writtenSite(details);
    const faults = siteFaults(written, this.today(tx));
    if (faults.length > 0) return refusedWith(inInput(faults));
    const before = { ...found.value };
    const site = await tx.db.save(Object.assign(found.value, written, { revision: revision + 1 }));
    announce(tx, siteChanged, { memberId: site.memberId, siteId: id }, { record: id, before, after: site });
    return done(site);
  }

  /** Notes from which day a site is no longer used; it stays on record. */
  async closeSite(tx: Context, id: string, revision: number, closedOn: string): Promise<Outcome<MemberSite>> {
    const found = await held(tx, MemberSite, id, revision);
    if (!found.ok) return found;
    if (!isDay(closedOn)) return refused("INVALID", "input.closedOn");
    if (closedOn < found.value.openedOn || closedOn > this.today(tx)) return refused("OUT_OF_RANGE", "input.closedOn");
    const before = { ...found.value };
    const site = await tx.db.save(Object.assign(found.value, { closedOn, revision: revision + 1 }));
    announce(tx, siteClosed, { memberId: site.memberId, siteId: id }, { record: id, before, after: site });
    return done(site);
  }

  async addContact(tx: Context, memberId: string, details: ContactDetails): Promise<Outcome<MemberContact>> {
    if (!(await reaches(tx, memberId))) return refused("NOT_FOUND", "memberId");
    const written = writtenContact(details);
    const faults = contactFaults(written);
    if (faults.length > 0) return refusedWith(inInput(faults));
    if ((await tx.db.countBy(MemberContact, { memberId })) >= MOST_CONTACTS) return refused("TOO_MANY");
    const contact: MemberContact = { ...written, id: newId("ctc", tx.now), memberId, revision: 1 };
    await tx.db.insert(MemberContact, contact);
    announce(tx, contactAdded, { memberId, contactId: contact.id }, { record: contact.id, after: contact });
    return done(contact);
  }

  /** Changes a contact; `revision` is the one the change was made from. */
  async changeContact(tx: Context, id: string, revision: number, details: ContactDetails): Promise<Outcome<MemberContact>> {
    const found = await held(tx, MemberContact, id, revision);
    if (!found.ok) return found;
    const written = writtenContact(details);
    const faults = contactFaults(written);
    if (faults.length > 0) return refusedWith(inInput(faults));
    const before = { ...found.value };
    const contact = await tx.db.save(Object.assign(found.value, written, { revision: revision + 1 }));
    announce(tx, contactChanged, { memberId: contact.memberId, contactId: id }, { record: id, before, after: contact });
    return done(contact);
  }

  /** Forgets a person; only a digest nobody can open stays in the journal. */
  async removeContact(tx: Context, id: string): Promise<Outcome<MemberContact>> {
    const contact = await tx.db.findOne(MemberContact, { where: { id }, lock: { mode: "pessimistic_write" } });
    if (contact === null || !mayReadMember(tx.actor, { id: contact.memberId })) return refused("NOT_FOUND", "id");
    await tx.db.delete(MemberContact, { id });
    announce(tx, contactRemoved, { memberId: contact.memberId, contactId: id }, { record: id, before: contact });
    return done(contact);
  }

  /** Makes way for what a firm states when it is admitted anew: sites in use are closed, and the persons it named are forgotten. */
  async clear(tx: Context, memberId: string): Promise<void> {
    for (const { id, revision } of await tx.db.find(MemberSite, { where: { memberId, closedOn: IsNull() }, lock: { mode: "pessimistic_write" } })) await this.closeSite(tx, id, revision, this.today(tx));
    for (const { id } of await tx.db.findBy(MemberContact, { memberId })) await this.removeContact(tx, id);
  }

  private today = ({ now }: Context): string => dayIn(this.zone, now);
}

/** Whether there is such a member, within the actor's reach. */
const reaches = async (tx: Context, memberId: string): Promise<boolean> => mayReadMember(tx.actor, { id: memberId }) && (await tx.load(memberById, memberId)) !== null;

/** A record within the actor's reach, held, as long as nobody changed it since it was read. */
async function held<Kept extends MemberSite | MemberContact>(tx: Context, kind: new () => Kept, id: string, revision: number): Promise<Outcome<Kept>> {
  const kept = (await tx.db.findOne<MemberSite | MemberContact>(kind, { where: { id }, lock: { mode: "pessimistic_write" } })) as Kept | null;
  if (kept === null || !mayReadMember(tx.actor, { id: kept.memberId })) return refused("NOT_FOUND", "id");
  return kept.revision === revision ? done(kept) : refused("CONFLICT", "input.revision");
}

const inInput = (faults: readonly Fault<string>[]) => faults.map(({ code, path }) => ({ code, path: `input.${path}` }));
