import { FileActions } from "../../renderer/files/file-actions.js";
import type { AnswerTo, Asked, Facts, QuestionKind } from "../../renderer/files/dialogs.js";
import type { FileNotice } from "../../renderer/files/flow-tools.js";
import { Commands } from "../../renderer/session/commands.js";
import { DocumentDesk } from "../../renderer/session/document-desk.js";
import { Drafts } from "../../renderer/session/drafts.js";
import type { WorkerPort } from "../../renderer/session/worker-client.js";
import type { MenuCommand } from "../../shared/host/contract.js";
import type { MemoryHost } from "./memory-host.js";
import { memoryWorker } from "./memory-worker.js";

/** Somebody in front of the window: gives commands, reads questions and answers them. */
export class FilePerson {
  readonly desk: DocumentDesk;
  readonly drafts = new Drafts();
  readonly commands = new Commands();
  readonly notices: FileNotice[] = [];
  readonly actions: FileActions;

  constructor(
    readonly host: MemoryHost,
    startWorker: () => WorkerPort = memoryWorker,
  ) {
    this.desk = new DocumentDesk(() => host, startWorker);
    this.actions = new FileActions({ desk: this.desk, commands: this.commands, drafts: this.drafts });
    this.actions.notify = (notice) => this.notices.push(notice);
    this.actions.start();
  }

  /** Waits until nothing is asked and nothing is under way. */
  async rest(): Promise<void> {
    while (this.actions.isBusy() && this.asked() === undefined) await turn();
  }

  /** Chooses a command of the menu and waits for the first question, or until it is done. */
  async command(command: MenuCommand): Promise<void> {
    await this.rest();
    this.host.command({ kind: "menu", command });
    await turn();
    await this.rest();
  }

  asked(): Asked | undefined {
    return this.actions.dialogs.current().asked;
  }

  /** The question on the screen, which must be of this kind, with its facts. */
  facts<Kind extends QuestionKind>(kind: Kind): Facts<Kind> {
    const asked = this.asked();
    if (asked?.kind !== kind) throw new Error(`asked ${asked?.kind ?? "nothing"} instead of ${kind}`);
    return asked.facts;
  }

  /** Answers the question on the screen, which must be of this kind, and waits for the next one or the end. */
  async answer<Kind extends QuestionKind>(kind: Kind, answer: AnswerTo<Kind>): Promise<void> {
    this.facts(kind);
    (this.asked() as { answer: (answer: AnswerTo<Kind>) => void } | undefined)?.answer(answer);
    await turn();
    await this.rest();
  }
}

function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
