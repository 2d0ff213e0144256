/** Every way the house says no, with the sentence a developer reads; the web has the sentence a person reads. */
export const problemCodes = {
  NOT_FOUND: "No such record, or not one you may see.",
  REQUIRED: "A value is needed here.",
  INVALID: "The value does not have the form this field needs.",
  TOO_LONG: "The text is longer than this field allows.",
  CONFLICT: "Somebody changed this record meanwhile; reload and compare.",
  NOT_ALLOWED: "Your role does not include this act on this record.",
} as const;

export type ProblemCode = keyof typeof problemCodes;
