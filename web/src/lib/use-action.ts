import type { OperationVariables, TypedDocumentNode } from "@apollo/client";
import { useApolloClient } from "@apollo/client/react";
import { useCallback, useRef, useState } from "react";
import { failureOf } from "./failure.ts";
import { isConflict, type Problem } from "./problem.ts";

export interface Action<Data, Variables> {
  /** Does the act; answers what it returned, or null when it was refused or failed (then `problems` says why). */
  run: (variables: Variables) => Promise<Data | null>;
  /** As `run`, for an act that can be done in part: what it returned together with what was refused of it. */
  attempt: (variables: Variables) => Promise<Attempt<Data>>;
  busy: boolean;
  problems: readonly Problem[];
}

export interface Attempt<Data> {
  data: Data | null;
  problems: readonly Problem[];
}

interface ActionOptions {
  /** The act makes a new record: an attempt repeated after a lost answer makes it only once. */
  creates?: boolean;
  /** The payload does not carry all that changes on the screen: what is shown is asked for again, after a conflict too. */
  refreshes?: boolean;
  /** How long to wait for an answer before the server counts as out of reach; for acts that may be tried again unasked. */
  patience?: number;
}

/** The only way to mutate: one act, whether it is under way, and why it did not happen. */
export function useAction<Data, Variables extends OperationVariables>(
  act: TypedDocumentNode<Data, Variables>,
  { creates = false, refreshes = false, patience }: ActionOptions = {},
): Action<Data, Variables> {
  const client = useApolloClient();
  const [busy, setBusy] = useState(false);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const keyFor = useIdempotencyKey();

  const attempt = useCallback(
    async (variables: Variables) => {
      setBusy(true);
      const headers = creates ? { "idempotency-key": keyFor(variables) } : {};
      const fetchOptions = patience === undefined ? {} : { signal: endingAfter(patience) };
      const { data, refused } = await client.mutate<Data>({ mutation: act, variables, context: { headers, fetchOptions } }).then(
        (result) => ({ data: result.data ?? null, refused: problemsIn(result.data) }),
        (error: unknown) => ({ data: null, refused: [failureOf(error)] }),
      );
      if (!refused.some((problem) => problem.code === "UNREACHABLE")) keyFor(null);
      if (refreshes && (refused.length === 0 || refused.some(isConflict))) await client.refetchQueries({ include: "active" });
      setProblems(refused);
      setBusy(false);
      return { data, problems: refused };
    },
    [client, act, creates, keyFor, patience, refreshes],
  );
  const run = useCallback(
    async (variables: Variables) => {
      const { data, problems: refused } = await attempt(variables);
      return refused.length === 0 ? data : null;
    },
    [attempt],
  );
  return { run, attempt, busy, problems };
}

/** Keeps one key for as long as the same input is tried without an answer; `null` forgets it. */
function useIdempotencyKey() {
  const kept = useRef<{ input: string; key: string } | null>(null);
  return useCallback((variables: unknown) => {
    const input = JSON.stringify(variables);
    if (variables === null) kept.current = null;
    else if (kept.current?.input !== input) kept.current = { input, key: freshKey() };
    return kept.current?.key ?? "";
  }, []);
}

function endingAfter(milliseconds: number): AbortSignal {
  const end = new AbortController();
  setTimeout(() => end.abort(), milliseconds);
  return end.signal;
}

// `crypto.randomUUID` is missing where the page is served over plain http in a local network.
const freshKey = () => crypto.getRandomValues(new Uint8Array(16)).reduce((key, byte) => key + byte.toString(16).padStart(2, "0"), "");

function problemsIn(data: unknown): readonly Problem[] {
  if (typeof data !== "object" || data === null) return [];
  return Object.values(data).flatMap((payload: { problems?: readonly Problem[] } | null) => payload?.problems ?? []);
}
