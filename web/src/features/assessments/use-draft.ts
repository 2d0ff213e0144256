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
      problems { code path }
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
  stored: { revision: number; values: Values };
}

/** Two texts of one page: what was typed here, and what somebody else stored meanwhile. */
export interface Conflict {
  mine: Values;
  theirs: { revision: number; values: Values };
}

const TRY_AGAIN_MS = 10_000;

/**
 * Keeps a page: on this device with every letter, on the server after a pause. What was typed offline, or in a tab that was
 * closed, is sent when it can be; what somebody else changed meanwhile is shown and never overwritten unasked.
 */
export function useDraft({ id, group, storageKey, indicators, stored }: DraftOf) {
  const save = useAction(FillPageSave);
  const attempt = save.attempt;
  const [found] = useState(() => foundOn(storageKey, stored));
  const [shown, setShown] = useState({ values: found.shown, generation: 0 });
  const [conflict, setConflict] = useState<Conflict | null>(found.conflict);
  const [remarks, setRemarks] = useState<readonly Problem[]>([]);
  const [isOffline, setOffline] = useState(false);
  const revision = useRef(stored.revision);
  const unsent = useRef<Values | null>(found.unsent);
  const turn = useRef<Promise<unknown>>(Promise.resolve());

  const keep = useCallback((values: Values) => {
    unsent.current = values;
    keepDraft(storageKey, { revision: revision.current, values });
  }, [storageKey]);

  const sendNow = useCallback(async (values: Values, lookedAt: string | null): Promise<readonly Problem[]> => {
    const { data, problems } = await attempt({ id, group, input: { revision: revision.current, answers: answersIn(indicators, values), lookedAt } });
    const now = data?.assessmentSave.assessment ?? null;
    const away = problems.some(({ code }) => code === "UNREACHABLE");
    setOffline(away);
    if (away || now === null) return problems;
    if (problems.some(({ code }) => code === "CONFLICT")) {
      setConflict({ mine: values, theirs: storedIn(now) });
      return problems;
    }
    revision.current = now.revision;
    forgetDraft(storageKey, values);
    if (unsent.current === values) unsent.current = null;
    setRemarks(problems.filter(({ path }) => path.startsWith("answers.")));
    return problems;
  }, [attempt, group, id, indicators, storageKey]);

  /** One at a time, so that each names the revision the one before has made. */
  const send = useCallback((values: Values, lookedAt: string | null = null): Promise<readonly Problem[]> => {
    keep(values);
    const next = turn.current.then(() => sendNow(values, lookedAt));
    turn.current = next;
    return next;
  }, [keep, sendNow]);

  const sendUnsent = useCallback(() => {
    if (unsent.current !== null) void send(unsent.current);
  }, [send]);
  useEffect(() => {
    if (conflict === null) sendUnsent();
    // Only what the device held when the page was opened.
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

  const settle = (values: Values, theirs: Conflict["theirs"]) => {
    revision.current = theirs.revision;
    setShown(({ generation }) => ({ values, generation: generation + 1 }));
    setConflict(null);
  };
  return {
    shown, remarks, conflict, isOffline, keep, send,
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

const storedIn = ({ revision, answers }: Saved) => ({ revision, values: valuesOf(answers) });

/** What to show when the page is opened: the copy on the device where nobody else wrote since, else both. */
function foundOn(storageKey: string, stored: DraftOf["stored"]): { shown: Values; unsent: Values | null; conflict: Conflict | null } {
  const local = readDraft(storageKey);
  if (!local || differing(local.values, stored.values).length === 0) {
    forgetDraft(storageKey);
    return { shown: stored.values, unsent: null, conflict: null };
  }
  if (local.revision === stored.revision) return { shown: local.values, unsent: local.values, conflict: null };
  return { shown: stored.values, unsent: local.values, conflict: { mine: local.values, theirs: stored } };
}
