/** How each state of a run looks wherever it is shown. */
export const runTones = { ORDERED: "plain", RUNNING: "wait", DONE: "good" } as const;
