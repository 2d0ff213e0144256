import { dayAfter } from "../../kernel/days.ts";
import type { Localized } from "../../kernel/language.ts";
import { dayIn } from "../../kernel/zone.ts";
import type { Context } from "../../platform/context.ts";
import { done, type Outcome, type Problem, refused, refusedWith } from "../../platform/outcome.ts";
import { type InvitationService, normalEmail, User, type UserService } from "../identity/index.ts";
import type { MemberService, ProfileService } from "../members/index.ts";
import { mayBecome, stateOn } from "./application-state.rules.ts";
import { Application } from "./application.entity.ts";
import { applicationAdmitted, applicationRefused, applicationReturned } from "./application.events.ts";
import { applicationTerms } from "./application-terms.queries.ts";
import { memberByCode } from "./application.queries.ts";
import { hindrance } from "./reapplying.rules.ts";
import { takeStep } from "./step.service.ts";

export interface Reasoned {
  /** The revision the officer saw. */
  revision: number;
  reason: string;
}

export interface Admitting {
  revision: number;
  /** What the firm is called in each language, completed by the officer. */
  name: Localized;
}

const LONGEST_REASON = 4_000;

/** What the association does with an application handed in: return it, refuse it, admit the firm; each on the revision that was seen. */
export class DecidingService {
  constructor(
    private readonly zone: string,
    private readonly members: MemberService,
    private readonly profiles: ProfileService,
    private readonly users: UserService,
    private readonly invitations: InvitationService,
  ) {}

  /** Gives an application back to be amended, saying what is missing; its clock stands still meanwhile. */
  async return(tx: Context, id: string, { revision, reason }: Reasoned): Promise<Outcome<Application>> {
    const found = await this.lying(tx, id, revision, "RETURNED");
    if (!found.ok) return found;
    const fault = reasonFault(reason);
    if (fault !== null) return refused(fault, "input.reason");
    const lapsesOn = dayAfter(this.today(tx), (await applicationTerms(tx)).amendDays);
    return done(await takeStep(tx, found.value, { state: "RETURNED", lapsesOn }, {
      kind: "RETURNED", event: applicationReturned, payload: (reasonDigest) => ({ applicationId: id, reasonDigest }), reason: reason.trim(),
    }));
  }

  /** Refuses an application for reasons its applicant reads; the firm may apply again. */
  async refuse(tx: Context, id: string, { revision, reason }: Reasoned): Promise<Outcome<Application>> {
    const found = await this.lying(tx, id, revision, "REFUSED");
    if (!found.ok) return found;
    const fault = reasonFault(reason);
    if (fault !== null) return refused(fault, "input.reason");
    const eraseOn = dayAfter(this.today(tx), (await applicationTerms(tx)).retentionDays);
    return done(await takeStep(tx, found.value, { state: "REFUSED", eraseOn }, {
      kind: "REFUSED", event: applicationRefused, payload: (reasonDigest) => ({ applicationId: id, reasonDigest }), reason: reason.trim(),
    }));
  }

  /** Admits the firm, today, with its sites and its contact; one that was a member before under its old number, without those who had access then. */
  async admit(tx: Context, id: string, { revision, name }: Admitting): Promise<Outcome<Application>> {
    const found = await this.lying(tx, id, revision, "ADMITTED");
    if (!found.ok) return found;
    const application = found.value;
    const { creditCode, region, sizeClass, productLines, language } = application;
    if (region === null || sizeClass === null) throw new Error("An application without a region or a size was handed in.");
    const former = await tx.load(memberByCode, creditCode);
    const barred = former && hindrance(former, this.today(tx), (await applicationTerms(tx)).expelledBarMonths);
    if (barred?.code === "BARRED") return refusedWith([{ ...barred, path: "id" }]);
    const admitted = await this.members.admit(tx, { name: trimmed(name), creditCode, region, sizeClass, productLines, language, admittedOn: this.today(tx) });
    if (!admitted.ok) return refusedWith(inInput(admitted.problems));
    const memberId = admitted.value.id;
    if (former !== null) await this.endFormer(tx, memberId);
    const entered = await this.enterProfile(tx, memberId, application);
    if (!entered.ok) return entered;
    return done(await takeStep(tx, application, { state: "ADMITTED", memberId }, { kind: "ADMITTED", event: applicationAdmitted, payload: () => ({ applicationId: id, memberId }) }));
  }

  /** Ends what a firm had when it left: who could act for it, where it traded and whom to speak to. Its file and its history stay. */
  private async endFormer(tx: Context, memberId: string): Promise<void> {
    // First the invitations: one that is being accepted is waited for, and whoever came in by it is shut out like the rest.
    await this.invitations.revokeAll(tx, memberId);
    await this.users.disableAll(tx, memberId);
    await this.profiles.clear(tx, memberId);
  }

  private async enterProfile(tx: Context, memberId: string, { sites, contact }: Application): Promise<Outcome<null>> {
    for (const site of sites) {
      const added = await this.profiles.addSite(tx, memberId, site);
      if (!added.ok) return added;
    }
    const added = await this.profiles.addContact(tx, memberId, { duty: "GENERAL", ...contact });
    return added.ok ? done(null) : added;
  }

  /** An application that lies with the association, held, as long as nobody changed it since it was seen, and not the officer's own. */
  private async lying(tx: Context, id: string, revision: number, to: "RETURNED" | "REFUSED" | "ADMITTED"): Promise<Outcome<Application>> {
    const application = await tx.db.findOne(Application, { where: { id }, lock: { mode: "pessimistic_write" } });
    if (application === null || application.submittedAt === null) return refused("NOT_FOUND", "id");
    if (application.revision !== revision) return refused("CONFLICT", "input.revision");
    if (!mayBecome(stateOn(application, this.today(tx)), to)) return refused("APPLICATION_STATE", "id");
    const officer = tx.actor.userId === null ? null : await tx.db.findOneBy(User, { id: tx.actor.userId });
    return officer !== null && normalEmail(officer.email) === normalEmail(application.contact.email) ? refused("OWN_FIRM", "id") : done(application);
  }

  private today = ({ now }: Context): string => dayIn(this.zone, now);
}

const trimmed = (name: Localized): Localized => ({ "zh-Hant": name["zh-Hant"].trim(), "zh-Hans": name["zh-Hans"].trim(), en: name.en.trim() });

function reasonFault(reason: string): "REQUIRED" | "TOO_LONG" | null {
  if (reason.trim() === "") return "REQUIRED";
  return reason.length > LONGEST_REASON ? "TOO_LONG" : null;
}

const inInput = (problems: readonly Problem[]): Problem[] => problems.map((problem) => ({ ...problem, path: `input.${problem.path}` }));
