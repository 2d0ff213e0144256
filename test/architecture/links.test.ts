import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { projectRoot } from "../../server/platform/config.ts";
import { sources } from "./sources.ts";

/** Everything of ours that is written for readers: at the root, and below each folder that has our sources in it. */
const written = readdirSync(projectRoot, { withFileTypes: true }).filter(({ name }) => !name.startsWith(".") && name !== "node_modules");
const documents = [
  ...written.filter((entry) => entry.isFile() && entry.name.endsWith(".md")).map(({ name }) => ({ path: name, text: readFileSync(join(projectRoot, name), "utf8") })),
  ...written.filter((entry) => entry.isDirectory()).flatMap(({ name }) => sources(name, /\.md$/)),
];

/** Where the links and pictures of a text lead, those to other houses and to places on the same page left out. */
function targetsIn(text: string): string[] {
  const prose = text.replace(/^```[^]*?^```/gm, "").replace(/`[^`\n]*`/g, "");
  const found = [...prose.matchAll(/\]\(\s*<?([^)\s>]+)>?[^)]*\)|<(?:img|a)\b[^>]*\b(?:src|href)="([^"]+)"|^\[[^\]]+\]:\s*(\S+)/gm)];
  return found.map(([, inline, html, reference]) => inline ?? html ?? reference ?? "").filter((target) => !/^([a-z][a-z+.-]*:|#|\/\/)/i.test(target));
}

describe("a document", () => {
  test("is found", () => {
    expect(documents.map(({ path }) => path)).toEqual(expect.arrayContaining(["README.md", "test/bench/README.md", "server/README.md"]));
  });

  test("leads nowhere that does not exist", () => {
    const links = documents.flatMap(({ path, text }) => targetsIn(text).map((target) => ({ path, target })));
    expect(links.length).toBeGreaterThan(20);
    const dead = links.filter(({ path, target }) => !existsSync(join(projectRoot, dirname(path), decodeURIComponent(target.replace(/[?#].*$/, "")))));
    expect(dead.map(({ path, target }) => `${path} → ${target}`)).toEqual([]);
  });

  test("is read as people read it: pictures, tags and definitions are links, code and other houses are not", () => {
    const text = 'See [a](a.md#b), ![b](<b.png>) and <img width="1" src="c.png">.\n[d]: d.md\n`[e](e.md)` [f](https://f.example) [g](#g)\n```\n[h](h.md)\n```\n';
    expect(targetsIn(text)).toEqual(["a.md#b", "b.png", "c.png", "d.md"]);
  });
});
