import { ApolloClient, ApolloLink, HttpLink, InMemoryCache } from "@apollo/client";
import { ErrorLink } from "@apollo/client/link/error";
import { from, switchMap, throwError } from "rxjs";
import { denialOf } from "./failure.ts";
import { inTurn } from "./in-turn.ts";
import { sessionEnd } from "./session-end.ts";
import { askStepUp } from "./step-up.ts";

const cache = new InMemoryCache({
  typePolicies: {
    Viewer: { merge: true, fields: { acts: { merge: false }, apiKeyActs: { merge: false }, sessions: { merge: false }, apiKeys: { merge: false } } },
  },
});

/** Says in which language the person reads, for whatever the server writes to them. */
const inTheirLanguage = new ApolloLink((operation, forward) => {
  operation.setContext(({ headers = {} }) => ({
    headers: { ...(headers as Record<string, string>), "accept-language": document.documentElement.lang },
  }));
  return forward(operation);
});

/** A grave act waits for the step-up and goes on after it; an ended session shows the way to the sign-in page. */
const atTheDoor = new ErrorLink(({ error, operation, forward }) => {
  const { code } = denialOf(error);
  if (code === "UNAUTHENTICATED") {
    sessionEnd.note();
    cache.modify({ fields: { viewer: () => null } });
  }
  if (code !== "STEP_UP_REQUIRED") return;
  return from(askStepUp()).pipe(switchMap((granted) => (granted ? forward(operation) : throwError(() => error))));
});

const overHttp = new HttpLink({
  uri: "/graphql",
  credentials: "same-origin",
  headers: { "apollo-require-preflight": "true" },
});

export const client = new ApolloClient({ cache, link: ApolloLink.from([inTheirLanguage, atTheDoor, inTurn, overHttp]) });
