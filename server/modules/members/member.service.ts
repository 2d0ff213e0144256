import { newId } from "../../kernel/ids.ts";
import type { Context } from "../../platform/context.ts";
import { announce } from "../../platform/outbox.ts";
import { done, type Outcome, refused, refusedWith } from "../../platform/outcome.ts";
import { Member } from "./member.entity.ts";
import { memberAdmitted } from "./member.events.ts";
import { type Admission, admissionFaults, writtenAdmission } from "./member.rules.ts";

export class MemberService {
  /** Enters a firm in the list of members under the next number. */
  async admit(tx: Context, admission: Admission): Promise<Outcome<Member>> {
    const written = writtenAdmission(admission);
    const faults = admissionFaults(written);
    if (faults.length > 0) return refusedWith(faults);
    if (await tx.db.existsBy(Member, { creditCode: written.creditCode })) return refused("CREDIT_CODE_TAKEN", "creditCode");

    const id = newId("mem", tx.now);
    const { admittedOn, ...firm } = written;
    await tx.db.insert(Member, { ...firm, id, productLines: [...firm.productLines], status: "ACTIVE", statusSince: admittedOn, admittedOn });
    const member = await tx.db.findOneByOrFail(Member, { id });
    announce(tx, memberAdmitted, { memberId: id }, { record: id, after: member });
    return done(member);
  }
}
