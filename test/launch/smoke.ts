/** `npm start` in a folder of its own, as somebody with only the README would: it serves, lets a demo person in, and stops when asked. */
import { rm } from "node:fs/promises";
import { demoPassword, demoPersons } from "../../seeds/demo/persons.ts";
import { freePort, openFolder } from "./places.ts";
import { killRemaining, run } from "./processes.ts";

const [port, folder] = [await freePort(), await openFolder()];
const address = `http://127.0.0.1:${port}`;
const house = run("", [], { throughNpm: true, env: { PORT: port, DATA_DIR: folder, HOME: folder } });

async function expectOk(what: string, path: string, init?: RequestInit, holds: (text: string) => boolean = () => true): Promise<void> {
  const answer = await fetch(`${address}${path}`, init);
  const text = await answer.text();
  if (!answer.ok || !holds(text)) throw new Error(`${what} is not as it should be: ${answer.status} ${text.slice(0, 500)}`);
  console.log(`${what}: as it should be`);
}

const signIn = {
  query: "mutation SignIn($input: SignInInput!) { signIn(input: $input) { viewer { name } problems { code } } }",
  variables: { input: { email: demoPersons.find(({ role }) => role === "MEMBER_ADMIN")?.email, password: demoPassword } },
};

try {
  await house.says(/Guildhall is open at/, 240_000);
  await expectOk("/readyz", "/readyz", {}, (text) => text.includes('"ready"'));
  await expectOk("the public page", "/", {}, (text) => text.includes("<html"));
  await expectOk("the sign-in page", "/app/sign-in", {}, (text) => text.includes('id="root"'));
  const post = { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(signIn) };
  await expectOk("a demo member's sign-in", "/graphql", post, (text) => text.includes('"problems":[]'));
  house.child.kill("SIGINT");
  const ending = await Promise.race([house.ended, new Promise((resolve) => setTimeout(resolve, 30_000, "no end within 30 s"))]);
  if (ending !== 0) throw new Error(`Ctrl-C ended it with ${String(ending)}.`);
  console.log("Ctrl-C: it ended cleanly");
} catch (error) {
  console.error(`${error instanceof Error ? error.message : String(error)}\n\nIt printed:\n${house.output()}`);
  process.exitCode = 1;
} finally {
  killRemaining();
  await rm(folder, { recursive: true, force: true });
}
