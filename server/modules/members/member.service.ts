import { newId } from "../../kernel/ids.ts";
import type { Context } from "../../platform/context.ts";
import { announce } from "../../platform/outbox.ts";
import { done, type Outcome, refused, refusedWith } from "../../platform/outcome.ts";
import { Member } from "./member.entity.ts";
import { memberById, type StandingMember } from "./member.queries.ts";
import type { StandingService } from "./standing.service.ts";
import { memberAdmitted } from "./member.events.ts";
import { type Admission, admissionFaults, writtenAdmission } from "./member.rules.ts";

export class MemberService {
  constructor(private readonly standings: StandingService) {}

  /** Enters a firm in the list of members under the next number. */
  async admit(tx: Context, admission: Admission): Promise<Outcome<StandingMember>> {
    const written = writtenAdmission(admission);
    const faults = admissionFaults(written);
    if (faults.length > 0) return refusedWith(faults);
    if (await tx.db.existsBy(Member, { creditCode: written.creditCode })) return refused("CREDIT_CODE_TAKEN", "creditCode");

    const id = newId("mem", tx.now);
    await tx.db.insert(Member, { ...written, id, productLines: [...written.productLines] });
    await this.standings.begin(tx, id, written.admittedOn);
    const member = await tx.load(memberById, id);
    if (member === null) throw new Error("The member just admitted is not there.");
    announce(tx, memberAdmitted, { memberId: id }, { record: id, after: member });
    return done(member);
  }
}
