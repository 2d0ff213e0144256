/** Every way the house says no, with the sentence a developer reads; the web has the sentence a person reads. */
export const problemCodes = {
  NOT_FOUND: "No such record, or not one you may see.",
  REQUIRED: "A value is needed here.",
  INVALID: "The value does not have the form this field needs.",
  TOO_LONG: "The text is longer than this field allows.",
  CONFLICT: "Somebody changed this record meanwhile; reload and compare.",
  NOT_ALLOWED: "Your role does not include this act on this record.",
  MISSING_INPUT: "This figure is still missing.",
  NOT_A_NUMBER: "Not a plain decimal number.",
  NEGATIVE: "This figure cannot be below nought.",
  NOT_WHOLE: "This figure counts things and must be whole.",
  OUT_OF_RANGE: "The figure lies outside the bounds of this field.",
  NUMERATOR_ABOVE_DENOMINATOR: "A part cannot be more than its whole: the numerator is above the denominator.",
  PART_ABOVE_WHOLE: "This figure is part of another one and cannot be more.",
  TOTALS_DISAGREE: "The same total was given differently for another indicator.",
  ALWAYS_APPLICABLE: "This indicator applies to every member and cannot be left out.",
  UNKNOWN_INDICATOR: "The scheme has no such indicator.",
  UNKNOWN_INPUT: "The indicator does not ask for this figure.",
  UNREADABLE_FILE: "The file cannot be read, or is not JSON.",
} as const;

export type ProblemCode = keyof typeof problemCodes;
