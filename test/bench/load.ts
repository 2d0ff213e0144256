import { connect, type Socket } from "node:net";

export interface Load {
  port: number;
  /** The requests to send, in turn, each whole as it goes over the wire. */
  requests: readonly Buffer[];
  connections: number;
  milliseconds: number;
}

/** Sends requests over kept connections, each as soon as the last is answered, and answers how many were answered per second with 200. */
export async function load({ port, requests, connections, milliseconds }: Load): Promise<number> {
  let next = 0;
  let answered = 0;
  const ends = performance.now() + milliseconds;
  const talk = async (): Promise<void> => {
    const line = await Line.open(port);
    while (performance.now() < ends) {
      const { status } = await line.ask(requests[next++ % requests.length] ?? Buffer.alloc(0));
      if (status !== 200) throw new Error(`A request under load was answered with ${status}.`);
      answered += 1;
    }
    line.close();
  };
  const began = performance.now();
  await Promise.all(Array.from({ length: connections }, talk));
  return answered / ((performance.now() - began) / 1_000);
}

/** A request in HTTP/1.1 as bytes. */
export function request(method: string, path: string, headers: Record<string, string> = {}, body = ""): Buffer {
  const all = { host: "127.0.0.1", ...headers, ...(body === "" ? {} : { "content-type": "application/json", "content-length": String(Buffer.byteLength(body)) }) };
  const head = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`).join("");
  return Buffer.from(`${method} ${path} HTTP/1.1\r\n${head}\r\n${body}`);
}

export interface Answer {
  status: number;
  body: string;
}

/** Asks once, over a connection of its own. */
export async function ask(port: number, asked: Buffer): Promise<Answer> {
  const line = await Line.open(port);
  try {
    return await line.ask(asked);
  } finally {
    line.close();
  }
}

const HEAD_ENDS = "\r\n\r\n";

/** A kept connection that carries one request at a time; answers must say how long they are. */
class Line {
  private pending: Buffer = Buffer.alloc(0);
  private take: (answer: Answer) => void = () => undefined;
  private fail: (error: Error) => void = () => undefined;

  private constructor(private readonly socket: Socket) {
    socket.setNoDelay(true);
    socket.on("data", (chunk: Buffer) => this.heard(chunk));
    socket.on("error", (error) => this.fail(error));
    socket.on("close", () => this.fail(new Error("The server hung up.")));
  }

  static open(port: number): Promise<Line> {
    return new Promise((resolve, reject) => {
      const socket = connect(port, "127.0.0.1", () => resolve(new Line(socket))).once("error", reject);
    });
  }

  ask(asked: Buffer): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.take = resolve;
      this.fail = reject;
      this.socket.write(asked);
    });
  }

  close(): void {
    this.socket.destroy();
  }

  private heard(chunk: Buffer): void {
    this.pending = this.pending.length === 0 ? chunk : Buffer.concat([this.pending, chunk]);
    const headLength = this.pending.indexOf(HEAD_ENDS);
    if (headLength < 0) return;
    const head = this.pending.toString("latin1", 0, headLength);
    const bodyLength = Number(/^content-length: *(\d+)/im.exec(head)?.[1] ?? Number.NaN);
    if (Number.isNaN(bodyLength)) return this.fail(new Error(`An answer does not say how long it is:\n${head}`));
    const ends = headLength + HEAD_ENDS.length + bodyLength;
    if (this.pending.length < ends) return;
    const body = this.pending.toString("utf8", headLength + HEAD_ENDS.length, ends);
    this.pending = this.pending.subarray(ends);
    this.take({ status: Number(head.slice(9, 12)), body });
  }
}
