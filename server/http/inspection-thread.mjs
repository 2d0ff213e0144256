/** A thread does not inherit the runner of its process; this gives it one, so that it runs TypeScript as everything else does. */
import { register } from "tsx/esm/api";

register();
await import("./inspection-thread.ts");
