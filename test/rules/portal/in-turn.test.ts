import { ApolloClient, ApolloLink, gql, InMemoryCache } from "@apollo/client";
import { Observable } from "rxjs";
import { expect, test } from "vitest";
import { inTurn } from "../../../web/src/lib/in-turn.ts";

/** A page whose requests are answered when the test says so. */
function openPage() {
  const sent: string[] = [];
  const answers = new Map<string, () => void>();
  const wire = new ApolloLink(
    ({ operationName = "" }) =>
      new Observable((observer) => {
        sent.push(operationName);
        answers.set(operationName, () => (observer.next({ data: { stepUp: true, page: true } }), observer.complete()));
      }),
  );
  const client = new ApolloClient({ cache: new InMemoryCache(), link: ApolloLink.from([inTurn, wire]) });
  const settle = () => new Promise((resolve) => setTimeout(resolve, 5));
  return {
    sent,
    ask: async (name: string) => (void client.query({ query: gql(`query ${name} { page }`), fetchPolicy: "network-only" }), settle()),
    stepUp: async () => (void client.mutate({ mutation: gql("mutation Confirm { stepUp }") }), settle()),
    answer: async (name: string) => (answers.get(name)?.(), settle()),
  };
}

test("a proof of identity leaves alone: it waits for what is on its way, and what comes later waits for it", async () => {
  const page = openPage();
  await page.ask("Before");
  await page.stepUp();
  await page.ask("After");
  expect(page.sent).toEqual(["Before"]);
  await page.answer("Before");
  expect(page.sent).toEqual(["Before", "Confirm"]);
  await page.answer("Confirm");
  expect(page.sent).toEqual(["Before", "Confirm", "After"]);
  await page.answer("After");
});

test("everything else goes side by side", async () => {
  const page = openPage();
  await page.ask("One");
  await page.ask("Two");
  expect(page.sent).toEqual(["One", "Two"]);
  await page.answer("Two");
  await page.answer("One");
});
