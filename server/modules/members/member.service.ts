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

  /** Enters a firm in the list of members under the next number; one that was a member before is admitted anew under its own. */
  async admit(tx: Context, admission: Admission): Promise<Outcome<StandingMember>> {
    const written = writtenAdmission(admission);
    const faults = admissionFaults(written);
    if (faults.length > 0) return refusedWith(faults);
    const former = await tx.db.findOne(Member, { where: { creditCode: written.creditCode }, lock: { mode: "pessimistic_write" } });
    if (former !== null) return this.admitAnew(tx, former, written);

    const id = newId("mem", tx.now);
    await tx.db.insert(Member, { ...written, id, productLines: [...written.productLines] });
    await this.standings.begin(tx, id, written.admittedOn);
    const member = await admitted(tx, id);
    announce(tx, memberAdmitted, { memberId: id }, { record: id, after: member });
    return done(member);
  }

  /** Goes on with the record of a firm that had left: its number and its history stay, what is known of it is stated anew. */
  private async admitAnew(tx: Context, former: Member, written: Admission): Promise<Outcome<StandingMember>> {
    const { id } = former;
    if (await this.standings.belongsFrom(tx, id, written.admittedOn)) return refused("CREDIT_CODE_TAKEN", "creditCode");
    await tx.db.update(Member, { id }, { ...written, productLines: [...written.productLines] });
    await this.standings.begin(tx, id, written.admittedOn);
    const member = await admitted(tx, id);
    announce(tx, memberAdmitted, { memberId: id }, { record: id, before: former, after: member });
    return done(member);
  }
}

async function admitted(tx: Context, id: string): Promise<StandingMember> {
  const member = await tx.load(memberById, id);
  if (member === null) throw new Error("The member just admitted is not there.");
  return member;
}
