import type { TimelineEvent } from "../../gql/graphql.ts";
import type { Viewer } from "../../lib/use-session.ts";

interface Told {
  event: TimelineEvent;
  record: { kind: string; id: string } | null;
}

type Reader = Pick<Viewer, "acts">;

const pages: Record<string, ((id: string, event: TimelineEvent, reader: Reader) => string | undefined) | undefined> = {
  ASSESSMENT: (id, event, { acts }) => {
    if (event === "ASSESSMENT_CONFIRMED") return acts.includes("ASSESSMENT_READ") ? `/assessments/${id}/result` : undefined;
    if (acts.includes("ASSESSMENT_REVIEW")) return `/assessments/${id}/review`;
    return acts.includes("ASSESSMENT_FILL") ? `/assessments/${id}` : undefined;
  },
  AUDIT: (id, _, { acts }) => (acts.includes("AUDIT_READ") ? `/audits/${id}` : undefined),
  FINDING: (id, _, { acts }) => (acts.includes("FINDING_READ") ? `/findings/${id}` : undefined),
  GRADE: (_id, _, { acts }) => (acts.includes("ASSESSMENT_FILL") ? "/grade" : undefined),
  CASE: (id, _, { acts }) => (acts.includes("CASE_READ") ? `/cases/${id}` : undefined),
  REPAIR: (id, _, { acts }) => (acts.includes("REPAIR_READ") ? `/repairs/${id}` : undefined),
  REWARD: (id, _, { acts }) => (acts.includes("REWARD_READ") ? `/rewards/${id}` : undefined),
  CERTIFICATE: (id, _, { acts }) => (acts.includes("CERTIFICATE_READ") ? `/certificates/${id}` : undefined),
};

/** The page of the record behind an entry, where it has one that this reader may open; what stands on the member's own page leads nowhere. */
export const pageOfRecord = ({ event, record }: Told, reader: Reader): string | undefined => record === null ? undefined : pages[record.kind]?.(record.id, event, reader);
