import { ApolloLink } from "@apollo/client";
import { defer, finalize, from, switchMap } from "rxjs";

/** Acts after which the session goes on under another token: a request that left with the old one would come back as a stranger's. */
const renewing: ReadonlySet<string> = new Set(["stepUp", "passwordChange", "totpEnrolmentConfirm"]);

const underWay = new Set<Promise<void>>();
let renewed: Promise<unknown> = Promise.resolve();

/** Lets an act that renews the session's token go alone: it waits for what is on its way, and what comes later waits for it. */
export const inTurn = new ApolloLink((operation, forward) =>
  defer(() => {
    const before = renews(operation) ? Promise.all([renewed, ...underWay]) : renewed;
    let finish = () => undefined as void;
    const answered = new Promise<void>((resolve) => (finish = resolve));
    underWay.add(answered);
    if (renews(operation)) renewed = answered;
    return from(before).pipe(
      switchMap(() => forward(operation)),
      finalize(() => {
        underWay.delete(answered);
        finish();
      }),
    );
  }),
);

const renews = ({ query }: ApolloLink.Operation): boolean =>
  query.definitions.some(
    (definition) =>
      definition.kind === "OperationDefinition" && definition.selectionSet.selections.some((field) => field.kind === "Field" && renewing.has(field.name.value)),
  );
