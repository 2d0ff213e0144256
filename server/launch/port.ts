import { createServer } from "node:net";

/** Throws a sentence that names PORT or HOST when nothing can listen there. */
export async function refuseTakenPort(host: string, port: number): Promise<void> {
  const code = await attempt(host, port);
  if (code === null) return;
  throw new Error(sentences[code]?.(host, port) ?? `Cannot listen on ${host}:${port} (${code}): set HOST and PORT to an address of this machine.`);
}

const sentences: Record<string, (host: string, port: number) => string> = {
  EADDRINUSE: (host, port) => `Port ${port} on ${host} is already taken by another program. Set PORT to a free one, for example: PORT=${next(port)} npm start`,
  EACCES: (_, port) => `This account may not listen on port ${port}. Set PORT to one above 1023, for example: PORT=8080 npm start`,
};

const next = (port: number) => (port < 65_535 ? port + 1 : 8080);

function attempt(host: string, port: number): Promise<string | null> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    probe.listen(port, host, () => probe.close(() => resolve(null)));
  });
}
