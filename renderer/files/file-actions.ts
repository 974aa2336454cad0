import type { FileId, HostCommand, MenuCommand, Recovery } from "../../shared/host/contract.js";
import type { CommandHandler, Commands } from "../session/commands.js";
import type { DocumentDesk } from "../session/document-desk.js";
import type { Drafts } from "../session/drafts.js";
import type { SilentWorker } from "../session/standing-worker.js";
import { Dialogs } from "./dialogs.js";
import { exportFlow } from "./export-flow.js";
import type { FileNotice, FlowTools } from "./flow-tools.js";
import { closeDocumentFlow, quitFlow } from "./leave-flow.js";
import { newFlow, openFlow, openKnownFlow, openSampleFlow } from "./open-flow.js";
import { packsFlow } from "./packs-flow.js";
import { takePreviousFlow } from "./previous-flow.js";
import { printFlow, savePdfFlow } from "./print-flow.js";
import { publishFlow } from "./publish-flow.js";
import { offerRecoveryFlow, recoverable, recoverFlow } from "./recovery-flow.js";
import { saveAsFlow, saveFlow } from "./save-flow.js";
import { hostFailureText, WORDS } from "./wording.js";

/** The parts of the window that flows speak with. */
export interface FileSurroundings {
  readonly desk: DocumentDesk;
  readonly commands: Commands;
  readonly drafts: Drafts;
  /** The bureau's own narrative template, where the open workbook is shown with one; absent: never. */
  readonly ownTemplate?: FlowTools["ownTemplate"];
  /** Whoever keeps something of a pack forgets it here; absent: nobody does. */
  readonly packsChanged?: FlowTools["packsChanged"];
}

type Flow = (tools: FlowTools) => Promise<unknown>;

/** Of what asks for a workbook to be shown, the last is meant. */
const SHOW = "show a workbook";

/** Everything that happens to files, one flow at a time: a second one is not begun while the first asks or works. */
export class FileActions {
  readonly dialogs = new Dialogs();
  /** Where short words go; the window's notices, once they are there. */
  notify: (notice: FileNotice) => void = () => undefined;
  /** How a command of the system's menu is carried out; the frame may know more of where the focus is. */
  carryOut: (command: MenuCommand) => unknown = (command) => this.around.commands.run(command);
  private readonly tools: FlowTools;
  private busy = false;
  private current: Promise<void> = Promise.resolve();
  /** What is asked for behind the flow under way. */
  private readonly waiting = new Map<unknown, Flow>();
  private ready: Promise<void> | undefined;
  /** The title the shell was told last; it says whether something is open and unsaved, too. */
  private told: string | undefined;

  constructor(private readonly around: FileSurroundings) {
    this.tools = {
      desk: around.desk,
      dialogs: this.dialogs,
      notify: (notice) => this.notify(notice),
      ownTemplate: () => around.ownTemplate?.(),
      packsChanged: () => around.packsChanged?.(),
    };
  }

  /**
   * Takes up menu commands and the shell's wishes, reads the packs, and offers what a crash left behind. Gives back how to stop. To be
   * called once, when the window stands.
   */
  start(): () => void {
    const { desk, commands } = this.around;
    desk.onJournalFailure = (failure) =>
      this.notify({
        kind: "problem",
        title: WORDS.journalFailed,
        text: WORDS.journalFailedText(hostFailureText(failure)),
      });
    desk.onWorkerBroken = (isReplaced) =>
      this.notify(isReplaced ? { kind: "info", ...WORDS.workerReplaced } : { kind: "problem", ...WORDS.workerLost });
    desk.onWorkerSilent = (worker) => this.workerSilent(worker);
    this.ready = this.prepare();
    const ends = [
      commands.registerAll(this.handlers()),
      desk.host().onCommand((command) => this.hear(command)),
      desk.store.subscribe(() => this.tellShell()),
    ];
    this.tellShell();
    void this.run((tools) => offerRecoveryFlow(tools));
    return () => ends.forEach((end) => end());
  }

  openKnown(id: FileId, name?: string): Promise<void> {
    return this.run((tools) => openKnownFlow(tools, id, name), false, SHOW);
  }

  openSample(pack?: string): Promise<void> {
    return this.run((tools) => openSampleFlow(tools, pack), false, SHOW);
  }

  recover(recovery: Recovery): Promise<void> {
    return this.run((tools) => recoverFlow(tools, recovery), false, SHOW);
  }

  /** Hands finished pages to the printer; where there is none, `pdf` can be kept as a file. */
  print(html: string, pdf?: { readonly name: string; readonly bytes: Uint8Array }): Promise<void> {
    return this.run((tools) =>
      printFlow(tools, html, pdf === undefined ? undefined : () => savePdfFlow(tools, pdf.name, pdf.bytes)),
    );
  }

  savePdf(name: string, pdf: Uint8Array): Promise<void> {
    return this.run((tools) => savePdfFlow(tools, name, pdf));
  }

  /** Work a crash left behind, for the start screen. */
  recoverable(): Promise<readonly Recovery[]> {
    return recoverable(this.tools);
  }

  /** Whether a flow is under way. */
  isBusy(): boolean {
    return this.busy;
  }

  private handlers(): Parameters<Commands["registerAll"]>[0] {
    const { desk } = this.around;
    const always = (flow: Flow): CommandHandler => ({
      run: () => void this.run(flow),
      possible: () => !this.isBlocked(),
    });
    const opened = (flow: Flow): CommandHandler => ({
      run: () => void this.run(flow),
      possible: () => !this.isBlocked() && desk.store.current() !== undefined,
    });
    return {
      new: always(newFlow),
      open: always(openFlow),
      "open-sample": always((tools) => openSampleFlow(tools)),
      packs: always(packsFlow),
      save: opened(saveFlow),
      "save-as": opened(saveAsFlow),
      export: opened(exportFlow),
      publish: opened(publishFlow),
      "close-document": opened(closeDocumentFlow),
      quit: always(quitFlow),
      "take-previous": opened(takePreviousFlow),
    };
  }

  /**
   * Runs one flow: open editors are committed first, and nothing starts before the packs are read. While another one asks a new one is
   * not begun, unless it is `patient`; behind one that works it waits its turn, so that 保存 followed at once by 关闭 is
   * both. Of several of one `kind` that wait only the last is run: a file clicked twice opens once.
   */
  private async run(flow: Flow, patient = false, kind: unknown = flow): Promise<void> {
    if (this.busy) {
      if (this.isBlocked() && !patient) return;
      this.waiting.set(kind, flow);
      while (this.isBusy()) await this.current;
      if (this.waiting.get(kind) !== flow) return;
      this.waiting.delete(kind);
    }
    if (!this.around.drafts.commitAll()) return;
    this.busy = true;
    const done = this.carry(flow);
    this.current = done.catch(() => undefined);
    return done;
  }

  private async carry(flow: Flow): Promise<void> {
    this.around.commands.refresh();
    try {
      await this.ready;
      await flow(this.tools);
    } finally {
      this.busy = false;
      this.around.commands.refresh();
    }
  }

  /** Whether a question stands on the screen. Behind work that asks nothing, such as a save, a command waits. */
  private isBlocked(): boolean {
    return this.busy && this.dialogs.current().asked !== undefined;
  }

  /** Who waits for the worker is asked; who only types is told, and types on. */
  private workerSilent(worker: SilentWorker | undefined): void {
    if (worker === undefined) return this.dialogs.silent(undefined);
    const answer = (way: "restart" | "wait"): void => {
      this.dialogs.silent(undefined);
      worker.answerSilence(way);
    };
    if (worker.isWaitedFor()) return this.dialogs.silent({ answer });
    const action = { label: WORDS.silence.restart, onSelect: () => answer("restart") };
    this.notify({ kind: "problem", ...WORDS.silentWorker, action });
  }

  private async prepare(): Promise<void> {
    const packs = await this.around.desk.prepare();
    if (!packs.ok) {
      this.notify({ kind: "problem", title: WORDS.packsMissing, text: hostFailureText(packs.failure) });
      return;
    }
    for (const { folder, problems } of packs.value.broken) {
      this.notify({ kind: "problem", title: WORDS.brokenPack(folder), text: problems.slice(0, 3).join("；") });
    }
  }

  private hear(command: HostCommand): void {
    if (command.kind === "menu") this.carryOut(command.command);
    else if (command.kind === "close-requested") void this.run(quitFlow);
    else if (command.kind === "page-crashed") this.notify({ kind: "problem", ...WORDS.pageCrashed });
    else void this.run((tools) => openKnownFlow(tools, command.file), true, SHOW);
  }

  private tellShell(): void {
    const { desk, commands } = this.around;
    const document = desk.store.current();
    const unsaved = desk.store.isUnsaved();
    const title = document === undefined ? WORDS.product : `${unsaved ? "● " : ""}${document.name} - ${WORDS.product}`;
    commands.refresh();
    if (title === this.told) return;
    this.told = title;
    void desk.host().setDocument({ title, unsaved, opened: document !== undefined });
  }
}
