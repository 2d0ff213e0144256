import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

/**
 * Run after the build: fails when the first visit to a page of the portal, or to the pages for everybody, would load more
 * JavaScript than allowed, or when a page brings the charts' library along before a chart is in view.
 */
const limitInBytes = 450 * 1024;
const publicLimitInBytes = 200 * 1024;
const folder = join(import.meta.dirname, "dist");
const publicFolder = join(import.meta.dirname, "../server/http/public");

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

const visits = pages.map((page) => {
  const fetched = filesOf([...entry, page, ...textsOf(page)]);
  return { page, fetched, bytes: weightOf(fetched) };
}).sort((a, b) => b.bytes - a.bytes);
for (const { page, bytes } of visits) console.log(`${inKilobytes(bytes)}  ${page}`);

const files = [...new Set(keys.flatMap((key) => manifest[key]?.file ?? []))].filter((file) => file.endsWith(".js"));
const heaviest = files.map((file) => ({ file, bytes: sizeOf(file) })).sort((a, b) => b.bytes - a.bytes).slice(0, 5);
for (const { file, bytes } of heaviest) console.log(`${inKilobytes(bytes)}  ${file}`);
console.log(`limit ${inKilobytes(limitInBytes)} of gzipped JavaScript for the first visit to a page`);

const scripts = publicScripts();
const publicBytes = scripts.reduce((sum, script) => sum + gzipped(join(publicFolder, "assets", script)), 0);
console.log(`${inKilobytes(publicBytes)}  ${scripts.join(", ")}, limit ${inKilobytes(publicLimitInBytes)} for the pages for everybody`);

const withCharts = files.filter((file) => /_echarts_instance_/.test(readFileSync(join(folder, file), "utf8")));
console.log(`charts stand in ${withCharts.join(", ") || "no file"}`);

const faults = [
  ...visits.filter(({ bytes }) => bytes > limitInBytes).map(({ page }) => `over the limit: ${page}`),
  ...visits.filter(({ fetched }) => withCharts.some((file) => fetched.includes(file))).map(({ page }) => `brings the charts along at once: ${page}`),
  ...(publicBytes > publicLimitInBytes ? ["over the limit: the pages for everybody"] : []),
  ...(withCharts.length === 0 ? ["no file of the build holds the charts: are they known by another word now?"] : []),
];
for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exitCode = 1;

/** The scripts any of the server's own pages names; each must be one of its assets. */
function publicScripts(): string[] {
  const sources = readdirSync(publicFolder).filter((name) => name.endsWith(".ts")).map((name) => readFileSync(join(publicFolder, name), "utf8"));
  return [...new Set(sources.flatMap((source) => [...source.matchAll(/<script[^>]*\bsrc="\/public\/([^"]+)"/g)].flatMap(([, script]) => script ?? [])))];
}

/** What a page shows in its heaviest language: the shared texts, those of its feature, and the kit's own. */
function textsOf(page: string): string[] {
  const feature = /^src\/features\/[^/]+\//.exec(page)?.[0] ?? "";
  const languages: [house: string, kit: string][] = [["zh-Hant", "zh_TW"], ["zh-Hans", "zh_CN"], ["en", "en_GB"]];
  const sets = languages.map(([house, kit]) =>
    keys.filter((key) => key.endsWith(`locale/${kit}.js`) || isText(key, `.${house}.json`, "src/locales/") || isText(key, `/${house}.json`, feature)),
  );
  return sets.reduce((heavier, set) => (weightOf(filesOf(set)) > weightOf(filesOf(heavier)) ? set : heavier));
}

function isText(key: string, end: string, start: string): boolean {
  return key.startsWith(start) && key.endsWith(end);
}

/** The scripts of these chunks and of everything they import at once. */
function filesOf(roots: string[]): string[] {
  const found = new Set<string>();
  const seen = new Set<string>();
  const visit = (key: string) => {
    const chunk = manifest[key];
    if (chunk === undefined || seen.has(key)) return;
    seen.add(key);
    if (chunk.file.endsWith(".js")) found.add(chunk.file);
    chunk.imports?.forEach(visit);
  };
  roots.forEach(visit);
  return [...found];
}

function weightOf(fetched: readonly string[]): number {
  return fetched.reduce((sum, file) => sum + sizeOf(file), 0);
}

function sizeOf(file: string): number {
  return gzipped(join(folder, file));
}

function gzipped(path: string): number {
  return gzipSync(readFileSync(path), { level: 9 }).length;
}

function inKilobytes(bytes: number): string {
  return `${(bytes / 1024).toFixed(1)} KB`;
}
