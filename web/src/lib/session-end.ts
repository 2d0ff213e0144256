/** What lies in this browser until the server has it; each feature adds the name of what it keeps. */
export const copyPrefix = "guildhall.draft.";

let isEnded = false;

/** Whether the session ended by itself while somebody was signed in, so that the sign-in page can say so. */
export const sessionEnd = {
  note: () => void (isEnded = true),
  isNoted: () => isEnded,
  forget: () => void (isEnded = false),
};

/** Whether this device holds something that was typed and not stored yet. */
export function holdsCopies(): boolean {
  try {
    return Object.keys(localStorage).some((key) => key.startsWith(copyPrefix));
  } catch {
    return false;
  }
}
