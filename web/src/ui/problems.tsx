import type { Problem } from "../lib/problem.ts";
import { Notice } from "./notice.tsx";
import { useSentence } from "./sentence.ts";

/** Why an act did not happen; nothing when it did. Inside a form the error summary says it already. */
export function Problems({ of }: { of: readonly Problem[] }) {
  const sentence = useSentence();
  if (of.length === 0) return null;
  return (
    <Notice tone="bad">
      <ul className="hall-plain-list">
        {of.map((problem) => (
          <li key={`${problem.path} ${problem.code}`}>{sentence(problem)}</li>
        ))}
      </ul>
    </Notice>
  );
}
