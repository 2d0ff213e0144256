import { VerificationService } from "../../../server/modules/certificates/index.ts";
import { system } from "../../../server/platform/actor.ts";
import { signPaper, type SigningIdentity } from "../../../server/platform/signing.ts";
import { drawCertificate } from "../../../workers/certificates/certificate.pdf.ts";
import { issueCertificateProcessor } from "../../../workers/certificates/issue-certificate.processor.ts";
import { jobRun } from "../../support/job-run.ts";
import { signingIdentity } from "../../support/signing.ts";
import { assessmentHouse, confirming, type Person, submittedOf } from "../assessments/people.ts";

export interface Issued {
  id: string;
  number: string;
  assessmentId: string;
  holder: Person;
  /** The signed paper itself. */
  paper: Buffer;
}

/** A house with a key to sign with, in which certificates are earned and issued as they are in life. */
export async function openRegister() {
  const house = await assessmentHouse();
  const { world } = house;
  const identity: SigningIdentity = await signingIdentity();

  /** A member whose confirmed assessment has earned a certificate nobody has drawn yet. */
  const earned = async (): Promise<{ holder: Person; assessmentId: string }> => {
    const holder = await house.member();
    const assessmentId = await submittedOf(holder);
    const { data } = await confirming(await house.officer(), assessmentId);
    if (data.act.problems.length > 0) throw new Error(JSON.stringify(data.act.problems));
    return { holder, assessmentId };
  };

  /** Runs the very job the workers run. */
  const draw = async (assessmentId: string): Promise<void> => {
    const ctx = world.contextOf(system);
    await issueCertificateProcessor(world.services.certificates, identity).run({ assessmentId }, jobRun(ctx));
  };

  const issued = async (): Promise<Issued> => {
    const { holder, assessmentId } = await earned();
    await draw(assessmentId);
    const [row] = await world.database.asOwner<{ id: string; number: string; facts: never; orderedAt: Date }>(
      `select id, number, facts, ordered_at as "orderedAt" from certificate where assessment_id = $1`, [assessmentId],
    );
    if (!row) throw new Error("The certificate was not issued.");
    return { id: row.id, number: row.number, assessmentId, holder, paper: await signPaper(await drawCertificate(row.facts), identity, row.orderedAt) };
  };

  /** What nobody does by an act: rewrites what a certificate states, past the trigger that forbids it. */
  const rewritten = async (sql: string, values: unknown[]): Promise<void> => {
    await world.database.asOwner("alter table certificate disable trigger certificate_as_issued");
    await world.database.asOwner(sql, values);
    await world.database.asOwner("alter table certificate enable trigger certificate_as_issued");
  };

  return { ...house, rewritten, identity, verifications: new VerificationService([identity.chain], "Asia/Shanghai"), earned, draw, issued };
}

export type Register = Awaited<ReturnType<typeof openRegister>>;
