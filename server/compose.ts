import { FileStore } from "./platform/files.ts";

/** What the services need from outside. */
export interface Surroundings {
  filesRoot: string;
}

/** The only place services are constructed: a plain map, lowest module first. */
export function compose({ filesRoot }: Surroundings) {
  const files = new FileStore(filesRoot);
  return { files };
}

export type Services = ReturnType<typeof compose>;
