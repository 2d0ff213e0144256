import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const shared = { root: here(".."), environment: "node" as const, globals: false };
const onDatabase = { ...shared, globalSetup: here("support/postgres.ts"), testTimeout: 30_000, hookTimeout: 60_000 };

/** graphql ships two builds; the house speaks to one. */
const alias = [{ find: /^graphql$/, replacement: here("../node_modules/graphql/index.js") }];

export default defineConfig({
  resolve: { alias },
  test: {
    maxWorkers: 2,
    projects: [
      { resolve: { alias }, test: { ...shared, name: "rules", include: ["test/rules/**/*.test.ts"], testTimeout: 20_000 } },
      { resolve: { alias }, test: { ...onDatabase, name: "api", include: ["test/api/**/*.test.ts"] } },
      { resolve: { alias }, test: { ...onDatabase, name: "jobs", include: ["test/jobs/**/*.test.ts"], testTimeout: 120_000 } },
      { resolve: { alias }, test: { ...onDatabase, name: "journeys", include: ["test/journeys/**/*.test.ts"] } },
      { resolve: { alias }, test: { ...shared, name: "architecture", include: ["test/architecture/**/*.test.ts"], testTimeout: 60_000 } },
      { resolve: { alias }, test: { ...shared, name: "launch", include: ["test/launch/**/*.test.ts"], testTimeout: 180_000, fileParallelism: false } },
    ],
  },
});
