import { answerJobs } from "./answer-jobs.js";
import type { FromWorker, ToWorker } from "./protocol.js";

/** What a module worker's global offers of all that the page's types say: messages. */
const scope = self as unknown as {
  postMessage(message: FromWorker): void;
  addEventListener(kind: "message", listener: (event: MessageEvent<ToWorker>) => void): void;
};

const take = answerJobs(
  (message) => scope.postMessage(message),
  () => new Promise((resolve) => setTimeout(resolve)),
);
scope.addEventListener("message", ({ data }) => take(data));
