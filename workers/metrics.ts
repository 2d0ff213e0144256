import { createServer } from "node:http";
import { Histogram, Registry } from "prom-client";
import type { DataSource } from "typeorm";
import { isInside } from "../server/platform/inside.ts";
import { watchProcess } from "../server/platform/metrics.ts";
import type { RunnerOptions } from "./runner.ts";

const seconds = [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 1_800];

/** What one workers' process did, in the words of Prometheus; several are summed by whoever asks them all. */
export class WorkMetrics {
  private readonly registry = new Registry();

  private readonly jobs = new Histogram({
    name: "guildhall_job_seconds",
    help: "How long runnings of jobs took, by how they ended: done, failed (to be tried again), given-up, put-back (the worker stopped).",
    labelNames: ["queue", "name", "ending"] as const,
    buckets: seconds,
    registers: [this.registry],
  });

  constructor(source: DataSource) {
    watchProcess(this.registry, source);
  }

  readonly ended: NonNullable<RunnerOptions["onEnd"]> = ({ queue, name }, ending, took) => this.jobs.observe({ queue, name, ending }, took);

  /** Answers `/metrics` on a port of its own, to askers inside the network alone. */
  async serve(host: string, port: number): Promise<void> {
    const server = createServer((request, response) => {
      if (request.url !== "/metrics" || !isInside(request.socket.remoteAddress ?? "")) return void response.writeHead(404).end();
      this.registry.metrics().then(
        (text) => response.writeHead(200, { "content-type": this.registry.contentType }).end(text),
        () => response.writeHead(500).end(),
      );
    });
    await new Promise<void>((resolve, reject) => server.once("error", reject).listen(port, host, resolve));
    server.unref();
  }
}
