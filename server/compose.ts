import { AssessmentService, EvidenceService, ReviewService } from "./modules/assessments/index.ts";
import { MemberService } from "./modules/members/index.ts";
import { NormService, PledgeService } from "./modules/norms/index.ts";
import { FileStore } from "./platform/files.ts";

/** What the services need from outside. */
export interface Surroundings {
  filesRoot: string;
  /** The association's zone, in which days begin and deadlines run. */
  zone: string;
}

/** The only place services are constructed: a plain map, lowest module first. */
export function compose({ filesRoot, zone }: Surroundings) {
  const files = new FileStore(filesRoot);
  const members = new MemberService();
  const norms = new NormService();
  const pledges = new PledgeService(zone);
  const assessments = new AssessmentService(zone);
  const evidence = new EvidenceService();
  const reviews = new ReviewService();
  return { files, members, norms, pledges, assessments, evidence, reviews };
}

export type Services = ReturnType<typeof compose>;
