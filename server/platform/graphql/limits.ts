/**
 * What one request may ask. The largest page of the portal stays under half of each; whatever passes one is refused
 * with 400 before it is validated or run.
 */
export const limits = {
  /** Bytes of a request: text, variables and all. A batch of a thousand price quotes takes 250 KB. */
  bodyBytes: 1024 * 1024,
  /** Words of the document as the parser counts them. */
  tokens: 3_000,
  /** Levels of fields; introspection as tools ask it takes 15. */
  depth: 15,
  /** Fields and fragments once all fragments are written out. */
  selections: 2_500,
  /** Renamed fields, so that a secret cannot be guessed a hundred times in one request. */
  aliases: 50,
  /** The same field or fragment again in one selection. */
  duplicates: 10,
  /** Directives on one field. */
  directivesOnOneField: 3,
  /** Directives in all. */
  directives: 50,
  /** Acts in one request: each has its own answer, and its own place in the journal. */
  acts: 1,
  /** Records on one page of a list. */
  pageSize: 100,
  /** Field values in the answer, lists multiplied by their page size: about a tenth of a second of work. */
  cost: 25_000,
  /** How long a list without a page size is taken to be. */
  assumedListLength: 10,
} as const;

/** Whether a page of a list may have this size. */
export const isPageSize = (first: number | undefined): boolean => first !== undefined && first >= 1 && first <= limits.pageSize;

/** What the caller reads who asks for another. */
export const pageSizeSentence = `\`first\` is 1 to ${limits.pageSize}.`;
