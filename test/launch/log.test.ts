import { describe, expect, test } from "vitest";
import { callerIdOf, createLog } from "../../server/platform/log.ts";

function written(mode: "production" | "demo", write: (log: ReturnType<typeof createLog>) => void): string {
  const lines: string[] = [];
  write(createLog({ level: "info", mode, name: "api", to: { write: (line) => void lines.push(line) } }));
  return lines.join("");
}

describe.each(["production", "demo"] as const)("the log (%s)", (mode) => {
  test.each([
    ["a field, however deep", { form: { people: [{ newPassword: "hunter2" }] } }],
    ["a header", { headers: { Cookie: "hunter2", authorization: "hunter2", "x-api-key": "hunter2" } }],
    ["an address", { url: "postgresql://login:hunter2@db/guildhall" }],
    ["the address of somebody invited", { req: { method: "GET", url: "/app/invitation/hunter2" } }],
    ["the address of a way back in", { req: { method: "GET", url: "/app/renewal/hunter2" } }],
    ["a link that lets somebody in", { link: "https://guild.example/app/renewal#hunter2" }],
    ["a query string", { req: { method: "GET", url: "/invitation?token=hunter2&x=1" } }],
    ["an error and its cause", { err: new Error("no answer from redis://:hunter2@r", { cause: new Error("postgres://u:hunter2@h/d") }) }],
  ])("hides a secret in %s", (_, fields) => {
    const line = written(mode, (log) => log.info(fields, "seen"));
    expect(line).toContain("seen");
    expect(line).toContain("[hidden]");
    expect(line).not.toContain("hunter2");
  });
});

describe("the log", () => {
  test("is JSON for machines in production", () => {
    const line = written("production", (log) => log.child({ requestId: "abc" }).warn({ count: 3 }, "late"));
    expect(JSON.parse(line)).toMatchObject({ level: 40, name: "api", requestId: "abc", count: 3, msg: "late" });
  });

  test("is a line for people elsewhere", () => {
    expect(written("demo", (log) => log.warn({ count: 3 }, "late"))).toMatch(/^\d\d:\d\d:\d\d {2}warn {3}api {7}late {2}count=3\n$/);
  });

  test("takes down what a caller calls its request, when it is harmless", () => {
    expect(callerIdOf("0af7651916cd43dd")).toBe("0af7651916cd43dd");
    for (const header of [undefined, "short", "line\nbreak-and-more", "x".repeat(65), ["a", "b"]]) {
      expect(callerIdOf(header)).toBeNull();
    }
  });
});
