interface Person {
  memberId: string | null;
  scope: "all" | "member" | "public";
}

/** The association reads every file, a member its own. */
export const mayReadFile = ({ scope, memberId }: Person, file: { memberId: string }): boolean => scope === "all" || memberId === file.memberId;

/** Entries are corrected by the association, and never by whoever belongs to the firm. */
export const mayCorrect = ({ scope, memberId }: Person, file: { memberId: string }): boolean => scope === "all" && memberId !== file.memberId;
