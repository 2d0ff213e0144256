import type { CertificateFacts } from "../../server/modules/certificates/index.ts";
import { signPaper } from "../../server/platform/signing.ts";
import { drawCertificate } from "../../workers/certificates/certificate.pdf.ts";
import { issueCertificateProcessor } from "../../workers/certificates/issue-certificate.processor.ts";
import { AT_ONCE } from "../../workers/house.ts";
import { jobRun } from "../support/job-run.ts";
import type { House } from "./house.ts";
import { perSecond, type Workload } from "./measure.ts";

/** Long enough that the first and the last, which find nobody beside them, do not weigh. */
const A_TURN = 40;
const lanes = Array.from({ length: AT_ONCE }, () => A_TURN / AT_ONCE);

/** Earned certificates issued as the workers issue them: facts gathered, drawn, signed and stored, beside the drawing and signing alone. */
export async function certificates(house: House): Promise<Workload> {
  const { owner, identity, services, context } = house;
  const { rows: earned } = await owner.query<{ id: string }>(
    `select a.id from assessment a where state = 'CONFIRMED' and grade is not null and not exists (select from certificate c where c.assessment_id = a.id)
     order by id desc`,
  );
  let next = 0;
  const issue = async (): Promise<string> => {
    const assessmentId = earned[next++]?.id;
    if (assessmentId === undefined) throw new Error("No certificate is left to be issued.");
    const ctx = context();
    await issueCertificateProcessor(services.certificates, identity).run({ assessmentId }, jobRun(ctx));
    await ctx.endReads();
    return assessmentId;
  };
  const { rows } = await owner.query<{ facts: CertificateFacts; fileId: string | null }>(
    `select facts, file_id as "fileId" from certificate where assessment_id = $1`, [await issue()],
  );
  const facts = rows[0]?.facts;
  if (!facts || !rows[0]?.fileId) throw new Error("The certificate was not issued.");
  const repeat = async (times: number, work: () => Promise<unknown>) => {
    for (let count = 0; count < times; count += 1) await work();
  };
  return {
    name: "certificates", unit: "certificates/s", rounds: 7,
    limit: {
      name: "drawing and signing one page in a loop",
      turn: () => perSecond(A_TURN, () => repeat(A_TURN, async () => signPaper(await drawCertificate(facts), identity, new Date()))),
    },
    others: [
      { name: "issue-certificate, as the workers do", turn: () => perSecond(A_TURN, () => Promise.all(lanes.map((times) => repeat(times, issue)))) },
      { name: "issue-certificate, one after another", turn: () => perSecond(A_TURN, () => repeat(A_TURN, issue)) },
    ],
  };
}
