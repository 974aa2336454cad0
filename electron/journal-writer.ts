import type { FileHandle } from "node:fs/promises";
import { open } from "node:fs/promises";
import type { HostResult } from "../shared/host/contract.js";
import { success } from "../shared/result.js";
import { frame } from "./journal-format.js";
import { refused } from "./refusals.js";

/**
 * Adds gestures to one journal. A gesture is with the operating system when its promise resolves, so that no kill of the program
 * loses it, and on the disk at most a second later, so that a power cut loses no more than that.
 */
export class JournalWriter {
  private length: number;
  private queue: Promise<unknown> = Promise.resolve();
  private syncTimer: NodeJS.Timeout | undefined;
  private syncRefused: HostResult<never> | undefined;

  private constructor(
    private readonly file: string,
    private readonly handle: FileHandle,
    length: number,
  ) {
    this.length = length;
  }

  /** Opens a journal that stands whole, at its end. */
  static async open(file: string): Promise<JournalWriter> {
    const handle = await open(file, "r+");
    return new JournalWriter(file, handle, (await handle.stat()).size);
  }

  /** Gestures stand in the order in which they were given. Refused ones leave no trace in the journal. */
  append(entry: string): Promise<HostResult<void>> {
    const written = this.queue.then(() => this.write(frame("step", entry)));
    this.queue = written.catch(() => undefined);
    return written;
  }

  /** Gives everything to the disk and lets the file go. */
  async close(): Promise<void> {
    await this.queue;
    clearTimeout(this.syncTimer);
    this.syncTimer = undefined;
    await this.queue;
    await this.handle.close();
  }

  private async write(bytes: Uint8Array): Promise<HostResult<void>> {
    if (this.syncRefused !== undefined) {
      const refusal = this.syncRefused;
      this.syncRefused = undefined;
      return refusal;
    }
    try {
      for (let done = 0; done < bytes.length;) {
        const { bytesWritten } = await this.handle.write(bytes, done, bytes.length - done, this.length + done);
        done += bytesWritten;
      }
    } catch (error) {
      await this.handle.truncate(this.length);
      return refused(error, this.file, "write");
    }
    this.length += bytes.length;
    this.syncTimer ??= setTimeout(() => this.sync(), SYNC_AFTER_MS);
    return success(undefined);
  }

  /** Behind the gestures given so far, so that the file is not let go in between. */
  private sync(): void {
    this.syncTimer = undefined;
    this.queue = this.queue.then(async () => {
      try {
        await this.handle.datasync();
      } catch (error) {
        this.syncRefused = refused(error, this.file, "write");
      }
    });
  }
}

/** Leaves the disk time to finish within the second. */
const SYNC_AFTER_MS = 500;
