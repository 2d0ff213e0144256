/** A thread does not inherit the runner of its process; this gives it one, so that its program runs as TypeScript, as everything else does. */
import { workerData } from "node:worker_threads";
import { register } from "tsx/esm/api";

register();
await import(workerData);
