import { parentPort } from "node:worker_threads";

/** What comes back of one question. */
export type Reply<Answer> = { answer: Answer } | { failure: unknown };

/** The program of a side thread: says that it is there, and answers what it is asked. */
export function answerEach<Question, Answer>(answer: (question: Question) => Promise<Answer>): void {
  const replyTo = (question: Question): Promise<Reply<Answer>> => answer(question).then((given) => ({ answer: given }), (failure: unknown) => ({ failure }));
  parentPort?.on("message", (question: Question) => void replyTo(question).then((reply) => parentPort?.postMessage(reply)));
  parentPort?.postMessage("ready");
}
