import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

export interface Source {
  /** From the root of the project. */
  path: string;
  text: string;
}

const root = resolve(import.meta.dirname, "../..");
const made = /(^|\/)(node_modules|dist|gql|\.data|\.out)(\/|$)/;

/** Our own source files below a folder. */
export function sources(folder: string, extension = /\.tsx?$/): Source[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name))
    .filter((path) => extension.test(path) && !made.test(path))
    .map((path) => ({ path, text: readFileSync(join(root, path), "utf8") }));
}
