import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { buildSchema, isEnumType } from "graphql";
import { describe, expect, test } from "vitest";
import { loadReferenceData } from "../../seeds/reference/load.ts";
import { languages } from "../../server/kernel/language.ts";
import { sources } from "./sources.ts";

interface Texts {
  [key: string]: string | Texts;
}

const root = resolve(import.meta.dirname, "../..");
const features = readdirSync(join(root, "web/src/features"));
const namespaces = [
  ...["ui", "navigation", "problems"].map((name) => ({ name, pathIn: (language: string) => `web/src/locales/${name}.${language}.json` })),
  ...features.map((name) => ({ name, pathIn: (language: string) => `web/src/features/${name}/locales/${language}.json` })),
];

const textsAt = (path: string) => flat(JSON.parse(readFileSync(join(root, path), "utf8")) as Texts);

const flat = (texts: Texts, above = ""): [key: string, text: string][] =>
  Object.entries(texts).flatMap(([key, value]): [string, string][] => (typeof value === "string" ? [[above + key, value]] : flat(value, `${above}${key}.`)));

/** What each sentence wants filled in; the plural forms of one sentence count together. */
function slotsAt(path: string): Record<string, string[]> {
  const slots = new Map<string, Set<string>>();
  for (const [key, text] of textsAt(path)) {
    const sentence = key.replace(/_(one|other)$/, "");
    const named = [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, slot]) => slot ?? "");
    slots.set(sentence, new Set([...(slots.get(sentence) ?? []), ...named]));
  }
  return Object.fromEntries([...slots].map(([sentence, names]) => [sentence, [...names].sort()]));
}

const wordsAt = (path: string) => new Set(Object.keys(slotsAt(path)));

describe.each(namespaces)("the texts of $name", ({ pathIn }) => {
  test.each(["zh-Hans", "en"])("say in %s what they say in zh-Hant, with the same things filled in", (language) => {
    expect(slotsAt(pathIn(language))).toEqual(slotsAt(pathIn("zh-Hant")));
  });

  test.each(languages)("leave nothing empty in %s", (language) => {
    expect(textsAt(pathIn(language)).filter(([, text]) => text.trim() === "")).toEqual([]);
  });
});

test.each(["Role", "Act"])("every %s of the contract has its words", (name) => {
  const type = buildSchema(readFileSync(join(root, "schema/schema.graphql"), "utf8")).getType(name);
  const values = isEnumType(type) ? type.getValues().map((value) => `${name.toLowerCase()}.${value.name}`) : [];
  const words = wordsAt("web/src/features/identity/locales/en.json");
  expect(values).not.toEqual([]);
  expect(values.filter((value) => !words.has(value))).toEqual([]);
});

test("every fact of every rule of an audit has its label", () => {
  const words = wordsAt("web/src/features/supervision/locales/en.json");
  const facts = loadReferenceData().auditRules.flatMap(({ rules }) => rules.flatMap((rule) => rule.facts));
  expect(facts.length).toBeGreaterThan(10);
  expect([...new Set(facts)].filter((fact) => !words.has(`fact.${fact}`))).toEqual([]);
});

test("every job that is defined, and every queue, has its words on the operator's board", () => {
  const jobs = sources("server/modules").filter(({ path }) => path.endsWith(".jobs.ts"));
  const named = (field: string) => jobs.flatMap(({ text }) => [...text.matchAll(new RegExp(`^  ${field}: "([^"]+)"`, "gm"))].map(([, name]) => name ?? ""));
  const words = wordsAt("web/src/features/operations/locales/en.json");
  expect(named("name").length).toBeGreaterThan(8);
  expect(named("name").length).toBe(jobs.flatMap(({ text }) => text.match(/defineJob\(\{/g) ?? []).length);
  expect([...named("name").map((name) => `job.${name}`), ...named("queue").map((name) => `queueName.${name}`)].filter((key) => !words.has(key))).toEqual([]);
});

test("every fact that is announced has its words in the journal", () => {
  const events = sources("server/modules").filter(({ path }) => path.endsWith(".events.ts"));
  const names = events.flatMap(({ text }) => [...text.matchAll(/defineEvent\(\{\s*name: "([^"]+)"/g)].map(([, name]) => name ?? ""));
  const words = wordsAt("web/src/features/journal/locales/en.json");
  expect(names.length).toBeGreaterThan(30);
  expect(names.filter((name) => !words.has(`acts.${name.replace(/[.-]/g, "_")}`))).toEqual([]);
});

test("every door of the portal has its name and, on the home page, its hint", () => {
  const routes = sources("web/src/features").filter(({ path }) => path.endsWith("/routes.tsx"));
  const labels = routes.flatMap(({ text }) => [...text.matchAll(/\blabel: "(\w+)"/g)].map(([, label]) => label ?? ""));
  const words = wordsAt("web/src/locales/navigation.en.json");
  expect(labels).toContain("account");
  expect(labels.flatMap((label) => (label === "home" ? [label] : [label, `${label}Hint`])).filter((key) => !words.has(key))).toEqual([]);
});

test("only ui knows the kit and the style sheets", () => {
  const strangers = ["features", "layout", "lib"].flatMap((folder) => sources(`web/src/${folder}`));
  const touching = strangers.filter(({ text }) => /from "antd|import "[^"]+\.css"|\bclassName=|\bstyle=/.test(text));
  expect(touching.map(({ path }) => path)).toEqual([]);
});
