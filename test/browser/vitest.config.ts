import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Real pages in Chromium against the whole house, started as anybody starts it. */
export default defineConfig({
  test: {
    root: here("../.."),
    name: "browser",
    include: ["test/browser/**/*.test.ts"],
    globalSetup: here("house.ts"),
    fileParallelism: false,
    testTimeout: 420_000,
    hookTimeout: 120_000,
  },
});
