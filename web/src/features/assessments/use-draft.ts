import { useCallback, useEffect, useRef, useState } from "react";
import { graphql } from "../../gql/index.ts";
import type { FillPageSaveMutation } from "../../gql/graphql.ts";
import type { Problem } from "../../lib/problem.ts";
import { useAction } from "../../lib/use-action.ts";
import type { Values } from "../../ui/form-context.ts";
import { answersIn, differing, valuesOf } from "./group-values.ts";
import { forgetDraft, keepDraft, readDraft } from "./local-draft.ts";

const FillPageSave = graphql(`
  mutation FillPageSave($id: ID!, $group: ID!, $input: AssessmentSaveInput!) {
    assessmentSave(id: $id, input: $input) {
      assessment {
        id revision savedAt
        answers(group: $group) {
          indicator inputs { code value } adjustedInputs { code value } notApplicableReason proof
          evidence { id note file { id name mediaType size } } notes { id reason open }
        }
        tasks { group state answered of problems { code path against } }
        preview { indicators(group: $group) { indicator state value n points figures { code value } } }
      }
      problems { code path against }
    }
  }
`);

type Saved = NonNullable<FillPageSaveMutation["assessmentSave"]["assessment"]>;

interface DraftOf {
  id: string;
  group: string;
  /** Where this page's copy lies on the device. */
  storageKey: string;
  indicators: readonly { number: string; inputs: readonly { code: string }[] }[];
  stored: Stored;
  /** What fields never given begin with. */
  prefill: Values;
}

interface Stored {
  revision: number;
  values: Values;
}

/** Two texts of one page: what was typed here, and what somebody else stored meanwhile. */
export interface Conflict {
  mine: Values;
  theirs: Stored;
  /** How often it stood in the way since: each time it is shown anew. */
  met: number;
}

const TRY_AGAIN_MS = 10_000;
const PATIENCE_MS = 20_000;

/** What a person can change later: the figures are kept all the same, and the task list says it too. */
const keptAnyway: ReadonlySet<string> = new Set(["TOTALS_DISAGREE", "REQUIRED"]);

/** What keeps a page from being left with everything stored. */
export const isInTheWay = ({ code, path }: Problem) => !(path.startsWith("answers.") && keptAnyway.has(code));

/**
 * Keeps a page: on this device with every letter, on the server after a pause. What was typed offline, or in a tab that was
 * closed, is sent when it can be; what the server refuses stays on the device until it is put right; what somebody else changed
 * meanwhile is shown and never overwritten unasked.
 */
export function useDraft({ id, group, storageKey, indicators, stored, prefill }: DraftOf) {
  const save = useAction(FillPageSave, { patience: PATIENCE_MS });
  const attempt = save.attempt;
  const [found] = useState(() => foundOn(storageKey, stored, prefill));
  const [shown, setShown] = useState({ values: found.shown, generation: 0 });
  const [conflict, setConflict] = useState<Conflict | null>(found.conflict);
  const undecided = useRef(found.conflict !== null);
  const [refusals, setRefusals] = useState<readonly Problem[]>([]);
  const [isOffline, setOffline] = useState(false);
  const held = useRef<Stored>({ ...stored, values: found.base });
  const unsent = useRef<Values | null>(found.unsent);
  const answered = useRef<Values | null>(null);
  /** What was sent without an answer, and may be stored all the same. */
  const unanswered = useRef<readonly Values[]>([]);
  const turn = useRef<Promise<unknown>>(Promise.resolve());

  const keep = useCallback((values: Values) => {
    unsent.current = values;
    keepDraft(storageKey, { base: held.current.values, values });
    setConflict((met) => met && { ...met, mine: values });
  }, [storageKey]);

  /** What is stored now; the copy on the device goes, unless something was refused or typed since. */
  const settleWith = useCallback((values: Values, now: Stored, problems: readonly Problem[]) => {
    held.current = now;
    unanswered.current = [];
    if (unsent.current === values && differing(values, now.values).length === 0) unsent.current = null;
    if (unsent.current === null) forgetDraft(storageKey);
    else keepDraft(storageKey, { base: now.values, values: unsent.current });
    setRefusals(problems.filter((problem) => problem.path.startsWith("answers.") && isInTheWay(problem)));
  }, [storageKey]);

  const sendNow = useCallback(async (values: Values, lookedAt: string | null): Promise<readonly Problem[]> => {
    for (;;) {
      const { data, problems } = await attempt({ id, group, input: { revision: held.current.revision, answers: answersIn(indicators, values), lookedAt } });
      const saved = data?.assessmentSave.assessment ?? null;
      const isAway = problems.some(({ code }) => code === "UNREACHABLE");
      setOffline(isAway);
      if (isAway) unanswered.current = [...unanswered.current, values];
      if (saved === null) return problems;
      answered.current = values;
      const now = storedIn(saved);
      if (!problems.some(({ code }) => code === "CONFLICT")) {
        settleWith(values, now, problems);
        return problems;
      }
      if ([held.current.values, ...unanswered.current].every((own) => differing(own, now.values).length > 0)) {
        undecided.current = true;
        setConflict({ mine: values, theirs: now, met: 0 });
        return problems;
      }
      // Another page was changed, not this one; or this one by ourselves, and the answer was lost.
      held.current = now;
    }
  }, [attempt, group, id, indicators, settleWith]);

  /** One at a time, so that each names the revision the one before has made; none while two texts wait for a choice. */
  const send = useCallback((values: Values, lookedAt: string | null = null): Promise<readonly Problem[]> => {
    keep(values);
    if (undecided.current) {
      setConflict((met) => met && { ...met, met: met.met + 1 });
      return Promise.resolve([{ code: "CONFLICT", path: "" }]);
    }
    const next = turn.current.then(() => sendNow(values, lookedAt));
    turn.current = next;
    return next;
  }, [keep, sendNow]);

  // A document put behind an answer is a revision of its own; where the figures are as they were, typing goes on from there.
  useEffect(() => {
    const isLater = stored.revision > held.current.revision && differing(held.current.values, stored.values).length === 0;
    if (isLater) held.current = { ...held.current, revision: stored.revision };
  }, [stored]);

  const sendUnsent = useCallback(() => {
    if (unsent.current !== null) void send(unsent.current);
  }, [send]);
  useEffect(() => {
    if (!undecided.current) sendUnsent();
    return () => {
      if (!undecided.current && unsent.current !== answered.current) sendUnsent();
    };
    // Only what the device held when the page was opened, and what was typed just before it is left.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  useEffect(() => {
    if (!isOffline) return;
    const timer = setInterval(sendUnsent, TRY_AGAIN_MS);
    window.addEventListener("online", sendUnsent);
    return () => {
      clearInterval(timer);
      window.removeEventListener("online", sendUnsent);
    };
  }, [isOffline, sendUnsent]);

  const settle = (values: Values, theirs: Stored) => {
    held.current = theirs;
    undecided.current = false;
    setShown(({ generation }) => ({ values, generation: generation + 1 }));
    setConflict(null);
  };
  return {
    shown, refusals, conflict, isOffline, keep, send,
    busy: save.busy,
    /** Why nothing at all was kept: the assessment has left the member's hands, the session has ended. */
    problems: save.problems.filter(({ code, path }) => !path.startsWith("answers.") && !["CONFLICT", "UNREACHABLE"].includes(code)),
    keepMine: ({ mine, theirs }: Conflict) => {
      settle(mine, theirs);
      return send(mine);
    },
    takeTheirs: ({ theirs }: Conflict) => {
      unsent.current = null;
      forgetDraft(storageKey);
      settle(theirs.values, theirs);
    },
  };
}

const storedIn = ({ revision, answers }: Saved): Stored => ({ revision, values: valuesOf(answers) });

interface Found {
  shown: Values;
  /** What was stored when the copy was typed. */
  base: Values;
  unsent: Values | null;
  conflict: Conflict | null;
}

/** What to show when the page is opened: the copy on the device, and beside it what somebody else stored on this page since. */
function foundOn(storageKey: string, stored: Stored, prefill: Values): Found {
  const local = readDraft(storageKey);
  if (!local || differing(local.values, stored.values).length === 0) {
    forgetDraft(storageKey);
    return { shown: { ...prefill, ...stored.values }, base: stored.values, unsent: null, conflict: null };
  }
  const isChanged = differing(local.base, stored.values).length > 0;
  return { shown: local.values, base: local.base, unsent: local.values, conflict: isChanged ? { mine: local.values, theirs: stored, met: 0 } : null };
}
