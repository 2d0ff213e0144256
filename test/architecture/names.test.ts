import { basename } from "node:path";
import { expect, test } from "vitest";
import { sources } from "./sources.ts";

const files = ["server", "workers", "seeds", "schema", "web/src", "test"].flatMap((folder) => sources(folder));

test("files are named in kebab-case, with a kind where they have one", () => {
  const kebab = /^(\d+-)?[a-z][a-z0-9]*(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*\.tsx?$/;
  expect(files.map(({ path }) => path).filter((path) => !kebab.test(basename(path)))).toEqual([]);
});

test("nothing is named for having no name", () => {
  const nameless = /(^|[/.-])(utils?|common|helpers?|managers?|misc|shared|stuff)([/.-]|$)/;
  expect(files.map(({ path }) => path).filter((path) => nameless.test(path))).toEqual([]);
});

test("SQL stands in queries, migrations and the platform, and where an operator looks at the database itself", () => {
  const sql = /["'`]\s*(select\s+[\s\S]{1,400}?\sfrom\s|insert\s+into\s|update\s+\w+\s+set\s|delete\s+from\s|with\s+\w+\s+as\s*\()/i;
  const home = /\.queries\.ts$|^server\/(migrations|platform|launch|cli)\/|^server\/migrate\.ts$|^(workers|seeds|test)\//;
  expect(files.filter(({ path, text }) => !home.test(path) && sql.test(text)).map(({ path }) => path)).toEqual([]);
});

test("nothing is left for later", () => {
  const later = /\b(TODO|FIXME|XXX)\b/;
  const here = "test/architecture/names.test.ts";
  expect(files.filter(({ path, text }) => path !== here && later.test(text)).map(({ path }) => path)).toEqual([]);
});
