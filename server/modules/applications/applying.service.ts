import { dayAfter } from "../../kernel/days.ts";
import { digestOf } from "../../kernel/digest.ts";
import { newId } from "../../kernel/ids.ts";
import type { Language, Localized } from "../../kernel/language.ts";
import { dayIn } from "../../kernel/zone.ts";
import type { Context } from "../../platform/context.ts";
import { announce } from "../../platform/outbox.ts";
import { done, type Outcome, refused, refusedWith } from "../../platform/outcome.ts";
import { type InvitationService, networkOf, newToken, tokenDigest } from "../identity/index.ts";
import { isWithApplicant, mayBecome, stateOn } from "./application-state.rules.ts";
import { Application } from "./application.entity.ts";
import { applicationAccessMade, applicationBegun, applicationSubmitted, applicationWithdrawn } from "./application.events.ts";
import { applicationTerms } from "./application-terms.queries.ts";
import { evidenceByApplication, memberByCode } from "./application.queries.ts";
import { draftsBegun, holdCode, isCodeInHand, latestOfMember, noteDraft } from "./holding.queries.ts";
import { blank, missingParts, missingProblem, type Particulars, particularsFaults, writtenParticulars } from "./particulars.ts";
import { type Hindrance, hindrance } from "./reapplying.rules.ts";
import { noteStep, takeStep } from "./step.service.ts";

export interface Saving extends Partial<{ [Field in keyof Particulars]: Particulars[Field] | null | undefined }> {
  token: string;
  /** The revision the applicant saw. */
  revision: number;
}

export interface HandingIn {
  token: string;
  revision: number;
  consent: boolean;
  /** Of the declaration that was read. */
  textDigest: string;
  declarantName: string;
}

const LONGEST_NAME = 120;
const DAY = 24 * 3_600_000;

/** What an applicant does with an application, by its secret link; the house writes, since a stranger reaches nothing. */
export class ApplyingService {
  constructor(
    private readonly zone: string,
    private readonly publicUrl: string,
    private readonly invitations: InvitationService,
    /** Names a network without telling it. */
    private readonly nameOf: (network: string) => string,
  ) {}

  /** Begins a draft with the firm's name, in one language at least; the link to it is known this one time. */
  async begin(tx: Context, { name, language }: { name: Localized; language: Language }): Promise<Outcome<{ application: Application; link: string }>> {
    const terms = await applicationTerms(tx);
    const written = { ...blank, ...writtenParticulars({ name }) };
    if (missingParts(written, []).includes("NAME")) return refused("REQUIRED", "input.name");
    const faults = particularsFaults({ name: written.name }, this.today(tx));
    if (faults.length > 0) return refusedWith(inInput(faults));
    const network = this.nameOf(networkOf(tx.actor.address ?? ""));
    const begun = await draftsBegun(tx, network, new Date(tx.now.getTime() - DAY));
    if (begun.there >= terms.strangers.draftsPerNetworkDaily || begun.everywhere >= terms.strangers.draftsDaily) return refused("TOO_MANY_DRAFTS");
    await noteDraft(tx, network);

    const token = newToken();
    const application = tx.db.create(Application, {
      ...written, id: newId("app", tx.now), tokenDigest: tokenDigest(token), state: "DRAFT", revision: 1, language, declaration: null, begunAt: tx.now, submittedAt: null,
      lapsesOn: dayAfter(this.today(tx), terms.draftDays), eraseOn: null, erasedAt: null, memberId: null, accessMade: false,
    });
    await tx.db.insert(Application, application);
    await noteStep(tx, application.id, "BEGUN");
    announce(tx, applicationBegun, { applicationId: application.id }, { record: application.id, after: application });
    return done({ application, link: `${this.publicUrl}/app/application#${token}` });
  }

  /** Keeps what is given of a draft, or of what was returned; a draft is kept longer for it. Nobody is told before it is handed in. */
  async save(tx: Context, { token, revision, ...given }: Saving): Promise<Outcome<Application>> {
    const found = await this.inHand(tx, token, revision);
    if (!found.ok) return found;
    const written = writtenParticulars(given);
    const faults = particularsFaults(written, this.today(tx));
    if (faults.length > 0) return refusedWith(inInput(faults));
    const { draftDays } = await applicationTerms(tx);
    const lapsesOn = found.value.state === "DRAFT" ? dayAfter(this.today(tx), draftDays) : found.value.lapsesOn;
    return done(await tx.db.save(Object.assign(found.value, written, { lapsesOn, revision: revision + 1 })));
  }

  /** Hands the application in, with the declaration in force; from here on it lies with the association. */
  async submit(tx: Context, { token, revision, consent, textDigest, declarantName }: HandingIn): Promise<Outcome<Application>> {
    const found = await this.inHand(tx, token, revision);
    if (!found.ok) return found;
    const application = found.value;
    const { version, declaration, expelledBarMonths } = await applicationTerms(tx);
    const missing = missingParts(application, (await tx.load(evidenceByApplication, application.id)).filter(({ removedAt }) => removedAt === null));
    if (missing.length > 0) return refusedWith(inInput(missing.map(missingProblem)));
    const name = declarantName.trim();
    if (name === "") return refused("REQUIRED", "input.declarantName");
    if (name.length > LONGEST_NAME) return refused("TOO_LONG", "input.declarantName");
    if (!consent) return refused("NO_CONSENT", "input.consent");
    if (textDigest !== digestOf(declaration)) return refused("TEXT_CHANGED", "input.textDigest");
    const hindered = await this.hindered(tx, application, expelledBarMonths);
    if (hindered) return refusedWith([{ ...hindered, path: "input.creditCode" }]);

    const declared = { termsVersion: version, textDigest, language: tx.actor.language, name, at: tx.now.toISOString() };
    const changes = { state: "SUBMITTED" as const, declaration: declared, submittedAt: application.submittedAt ?? tx.now, lapsesOn: null };
    return done(await takeStep(tx, application, changes, { kind: "SUBMITTED", event: applicationSubmitted, payload: () => ({ applicationId: application.id }) }));
  }

  /** What keeps the firm of a credit code from applying; whoever hands in under the same code waits until this is answered and done. */
  private async hindered(tx: Context, { id, creditCode }: Application, barMonths: number | undefined): Promise<Hindrance | null> {
    await holdCode(tx, creditCode);
    if (await isCodeInHand(tx, creditCode, id)) return { code: "CODE_NOT_OPEN" };
    const firm = await tx.load(memberByCode, creditCode);
    return firm && hindrance(firm, this.today(tx), barMonths);
  }

  /** Takes the application back before it is decided. What was never handed in is erased with the next sweep. */
  async withdraw(tx: Context, token: string): Promise<Outcome<Application>> {
    const application = await this.held(tx, token);
    if (application === null) return refused("NOT_FOUND", "token");
    if (!mayBecome(stateOn(application, this.today(tx)), "WITHDRAWN")) return refused("APPLICATION_STATE", "token");
    const { retentionDays } = await applicationTerms(tx);
    const eraseOn = application.submittedAt === null ? this.today(tx) : dayAfter(this.today(tx), retentionDays);
    const changes = { state: "WITHDRAWN" as const, lapsesOn: null, eraseOn };
    return done(await takeStep(tx, application, changes, { kind: "WITHDRAWN", event: applicationWithdrawn, payload: () => ({ applicationId: application.id }) }));
  }

  /** Invites the contact of an admitted firm as its first administrator, once, and not by the application to an earlier membership; the link is known this one time. */
  async makeAccess(tx: Context, token: string): Promise<Outcome<{ application: Application; link: string }>> {
    const application = await this.held(tx, token);
    if (application === null) return refused("NOT_FOUND", "token");
    const { id, memberId, contact, language, accessMade } = application;
    if (memberId === null || accessMade || (await latestOfMember(tx, memberId)) !== id) return refused("APPLICATION_STATE", "token");
    // The house invites, whoever holds the link: were it somebody signed in, the invitation would stand and fall with them.
    const house = tx.as({ ...tx.actor, userId: null, memberId: null });
    const sent = await this.invitations.send(house, { email: contact.email, role: "MEMBER_ADMIN", memberId, language }, "all");
    if (!sent.ok) return refusedWith(sent.problems.map(({ code }) => ({ code, path: "token" })));
    const kept = await takeStep(tx, application, { accessMade: true }, { kind: "ACCESS_MADE", event: applicationAccessMade, payload: () => ({ applicationId: id }) });
    return done({ application: kept, link: sent.value.link });
  }

  /** The application a secret link opens, held until the end of the transaction. */
  private held(tx: Context, token: string): Promise<Application | null> {
    return tx.db.findOne(Application, { where: { tokenDigest: tokenDigest(token) }, lock: { mode: "pessimistic_write" } });
  }

  /** The application a secret link opens, held, while its maker may change it; `revision` is the one they saw, null for an act that rests on none. */
  async inHand(tx: Context, token: string, revision: number | null): Promise<Outcome<Application>> {
    const application = await this.held(tx, token);
    if (application === null) return refused("NOT_FOUND", "input.token");
    if (revision !== null && application.revision !== revision) return refused("CONFLICT", "input.revision");
    return isWithApplicant(stateOn(application, this.today(tx))) ? done(application) : refused("APPLICATION_STATE", "input.token");
  }

  private today = ({ now }: Context): string => dayIn(this.zone, now);
}

const inInput = <Fault extends { path: string }>(faults: readonly Fault[]) => faults.map((fault) => ({ ...fault, path: `input.${fault.path}` }));
