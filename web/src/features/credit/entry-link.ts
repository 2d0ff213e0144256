interface Reference {
  kind: string;
  id: string;
}

const pages: Record<string, ((id: string) => string) | undefined> = {
  FINDING: (id) => `/findings/${id}`,
  ASSESSMENT: (id) => `/assessments/${id}/result`,
  CERTIFICATE: (id) => `/certificates/${id}`,
  REWARD: (id) => `/rewards/${id}`,
};

/** The page of the first record behind an entry that has one; undefined where none has. */
export const pageOfEntry = (evidence: readonly Reference[]): string | undefined => evidence.map(({ kind, id }) => pages[kind]?.(id)).find((page) => page !== undefined);
