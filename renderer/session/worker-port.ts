import type { FromWorker } from "../worker/protocol.js";
import type { WorkerPort } from "./worker-client.js";

/** Starts a worker for one workbook. */
export function startWorker(): WorkerPort {
  const worker = new Worker(new URL("../worker/workbook-worker.ts", import.meta.url), {
    type: "module",
    name: "workbook",
  });
  return {
    post: (message) => worker.postMessage(message),
    listen: (onMessage, onBroken) => {
      worker.addEventListener("message", ({ data }: MessageEvent<FromWorker>) => onMessage(data));
      worker.addEventListener("error", (event) => {
        // Told here, and not once more to the whole window, which would take it for a defect of its own.
        event.preventDefault();
        onBroken(event.message === "" ? "it could not be started" : event.message);
      });
      worker.addEventListener("messageerror", () => onBroken("a message could not be read"));
    },
    end: () => worker.terminate(),
  };
}
