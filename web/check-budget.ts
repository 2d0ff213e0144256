import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

/** Run after the build: fails when the first visit to any page of the portal would load more JavaScript than allowed. */
const limitInBytes = 450 * 1024;
const folder = join(import.meta.dirname, "dist");

interface Chunk {
  file: string;
  src?: string;
  isEntry?: boolean;
  imports?: string[];
}

const manifest = JSON.parse(readFileSync(join(folder, ".vite/manifest.json"), "utf8")) as Record<string, Chunk>;
const keys = Object.keys(manifest);
const entry = keys.filter((key) => manifest[key]?.isEntry);
const pages = keys.filter((key) => /^src\/features\/.*-page\.tsx$/.test(key));

if (entry.length === 0 || pages.length === 0) throw new Error("The manifest names no entry or no page; was the portal built?");

const visits = pages.map((page) => ({ page, bytes: weightOf([...entry, page, ...textsOf(page)]) })).sort((a, b) => b.bytes - a.bytes);
for (const { page, bytes } of visits) console.log(`${inKilobytes(bytes)}  ${page}`);

const files = [...new Set(keys.flatMap((key) => manifest[key]?.file ?? []))].filter((file) => file.endsWith(".js"));
const heaviest = files.map((file) => ({ file, bytes: sizeOf(file) })).sort((a, b) => b.bytes - a.bytes).slice(0, 5);
for (const { file, bytes } of heaviest) console.log(`${inKilobytes(bytes)}  ${file}`);
console.log(`limit ${inKilobytes(limitInBytes)} of gzipped JavaScript for the first visit to a page`);

const over = visits.filter(({ bytes }) => bytes > limitInBytes);
if (over.length > 0) {
  console.error(`over the limit: ${over.map(({ page }) => page).join(", ")}`);
  process.exitCode = 1;
}

/** What a page shows in its heaviest language: the shared texts, those of its feature, and the kit's own. */
function textsOf(page: string): string[] {
  const feature = /^src\/features\/[^/]+\//.exec(page)?.[0] ?? "";
  const languages: [house: string, kit: string][] = [["zh-Hant", "zh_TW"], ["zh-Hans", "zh_CN"], ["en", "en_GB"]];
  const sets = languages.map(([house, kit]) =>
    keys.filter((key) => key.endsWith(`locale/${kit}.js`) || isText(key, `.${house}.json`, "src/locales/") || isText(key, `/${house}.json`, feature)),
  );
  return sets.reduce((heavier, set) => (weightOf(set) > weightOf(heavier) ? set : heavier));
}

function isText(key: string, end: string, start: string): boolean {
  return key.startsWith(start) && key.endsWith(end);
}

/** Gzipped JavaScript of these chunks and everything they import at once, each file counted a single time. */
function weightOf(roots: string[]): number {
  const files = new Set<string>();
  const seen = new Set<string>();
  const visit = (key: string) => {
    const chunk = manifest[key];
    if (chunk === undefined || seen.has(key)) return;
    seen.add(key);
    if (chunk.file.endsWith(".js")) files.add(chunk.file);
    chunk.imports?.forEach(visit);
  };
  roots.forEach(visit);
  return [...files].reduce((sum, file) => sum + sizeOf(file), 0);
}

function sizeOf(file: string): number {
  return gzipSync(readFileSync(join(folder, file)), { level: 9 }).length;
}

function inKilobytes(bytes: number): string {
  return `${(bytes / 1024).toFixed(1)} KB`;
}
