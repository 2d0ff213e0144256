import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Fastify from "fastify";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { serveWeb } from "../../../server/http/web.ts";
import { projectRoot } from "../../../server/platform/config.ts";

const folder = mkdtempSync(join(tmpdir(), "guildhall-web-"));
/** The page as the build takes it up; what the build adds to it is of no matter here. */
const source = readFileSync(join(projectRoot, "web/index.html"), "utf8");
const app = Fastify();
const get = (url: string) => app.inject({ method: "GET", url });

beforeAll(async () => {
  mkdirSync(join(folder, "dist/assets"), { recursive: true });
  mkdirSync(join(folder, "dist/.vite"));
  writeFileSync(join(folder, "secret.txt"), "not of the web");
  writeFileSync(join(folder, "dist/.vite/manifest.json"), "{}");
  writeFileSync(join(folder, "dist/assets/index-DkO3x9aQ.js"), "export {}");
  writeFileSync(join(folder, "dist/mark.svg"), "<svg/>");
  await serveWeb(app, join(folder, "dist"), "Pacific/Auckland");
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true });
});

describe("the portal", () => {
  test("says so while it is not built", async () => {
    expect((await get("/app/")).statusCode).toBe(503);
  });

  test("is one page at every address, asked for each time", async () => {
    writeFileSync(join(folder, "dist/index.html"), source);
    for (const url of ["/app/", "/app/assessments/asm_01", "/app/norms/versions/nmv_01/edit/N1.1", "/app/index.html"]) {
      const { statusCode, headers, body } = await get(url);
      expect([url, statusCode, headers["cache-control"], headers["content-type"]]).toEqual([url, 200, "no-cache", "text/html; charset=utf-8"]);
      expect(body).toContain('<div id="root"></div>');
    }
    expect((await get("/app")).headers["location"]).toBe("/app/");
  });

  test("is told the association's zone, and nothing else of it is changed", async () => {
    const { body } = await get("/app/");
    expect(body).toContain('<meta name="association-zone" content="Pacific/Auckland" />');
    expect(body.replace("Pacific/Auckland", "Asia/Shanghai")).toBe(source);
  });

  test("lets browsers keep what never changes, and the rest for an hour", async () => {
    expect((await get("/app/assets/index-DkO3x9aQ.js")).headers["cache-control"]).toBe("public, max-age=31536000, immutable");
    expect((await get("/app/mark.svg")).headers["cache-control"]).toBe("public, max-age=3600");
  });

  test.each(["/app/assets/gone-DkO3x9aQ.js", "/app/.vite/manifest.json", "/app/../secret.txt", "/app/%2e%2e/secret.txt", "/app/..%2fsecret.txt"])("has nothing at %s", async (url) => {
    const { statusCode, body } = await get(url);
    expect(statusCode).toBeGreaterThanOrEqual(400);
    expect(body).not.toContain("not of the web");
  });
});
