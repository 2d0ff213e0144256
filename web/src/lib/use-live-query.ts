import type { OperationVariables, TypedDocumentNode } from "@apollo/client";
import { useQuery, useSuspenseQuery } from "@apollo/client/react";

const unseen = () => document.hidden;

/** Asks once, then again every so often for as long as the answer is not final; a hidden page does not ask. */
export function useLiveQuery<Data, Variables extends OperationVariables>(
  question: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  isLive: (answer: Data) => boolean,
  everyMilliseconds = 1500,
): Data {
  const answer = useSuspenseQuery<Data>(question, { variables, fetchPolicy: "cache-and-network" }).data;
  useQuery<Data>(question, { variables, pollInterval: isLive(answer) ? everyMilliseconds : 0, skipPollAttempt: unseen });
  return answer;
}
