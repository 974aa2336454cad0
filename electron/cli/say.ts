import { writeSync } from "node:fs";

/** What the process says in the end. */
export type ExitCode = 0 | 1 | 2;

const STDOUT = 1;
const STDERR = 2;

/** The two channels: stdout for what was asked for, stderr for messages to people. Written at once, so that nothing is lost at exit. */
export const say = {
  out: (text: string): void => {
    write(STDOUT, text);
  },
  json: (document: unknown): void => {
    write(STDOUT, JSON.stringify(document, undefined, 2));
  },
  problem: (text: string): void => {
    write(STDERR, text);
  },
};

/** A pipe may take only a part at a time, or be full for a moment. */
function write(channel: number, text: string): void {
  const bytes = Buffer.from(`${text}\n`, "utf8");
  for (let written = 0; written < bytes.length;) {
    try {
      written += writeSync(channel, bytes, written);
    } catch (error) {
      const code = error instanceof Error && "code" in error ? error.code : undefined;
      if (code === "EPIPE") return;
      if (code !== "EAGAIN") throw error;
    }
  }
}
