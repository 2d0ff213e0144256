const unstorable = /[\0\p{Surrogate}]/u;

/** Whether the database can hold a text: no U+0000 in it, and no half of a pair. */
export const isStorable = (text: string): boolean => !unstorable.test(text);

/** Characters nobody sees, but for what sets words apart: some turn the reading direction, or make two texts look the same. Joiners belong to the writing of several languages. */
const unseen = /(?![\n\t\u200C\u200D])[\p{Cc}\p{Cf}\u2028\u2029]/gu;

/** A text as it is read: without what nobody sees. Lines stay. */
export const asRead = (text: string): string => text.replace(unseen, "");

/** The same on one line, for names and titles. */
export const asReadOnOneLine = (text: string): string => asRead(text).replace(/[\n\t]+/g, " ");
