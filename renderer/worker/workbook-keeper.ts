import { isLegacyWorkbook } from "../../shared/archive/file-kind.js";
import { edit } from "../../shared/calc/edit.js";
import { fingerprintOf } from "../../shared/calc/fingerprint.js";
import { deliver, prepareDelivery } from "../../shared/delivery/delivery.js";
import { exportExcel } from "../../shared/exchange/export-excel.js";
import { newFromSession } from "../../shared/exchange/new-from-session.js";
import { newFromTemplate } from "../../shared/exchange/new-from-template.js";
import { openWorkbook, type OpenedWorkbook, type ReadyPack } from "../../shared/exchange/open-workbook.js";
import { previousFigures } from "../../shared/exchange/previous-year.js";
import { standingReading } from "../../shared/exchange/standing-reading.js";
import { failure } from "../../shared/failure.js";
import { modernWorkbook } from "../../shared/legacy/modern-workbook.js";
import { findingText } from "../../shared/messages/finding-text.js";
import { computedOf } from "../../shared/calc/computed-session.js";
import { plain } from "../../shared/decimal.js";
import { transactionBetween } from "../../shared/model/transaction-between.js";
import { readTransactionText, transactionText } from "../../shared/model/transaction-text.js";
import { printedUnitsOf } from "../../shared/reading/printed-units.js";
import { refusal, success, type Result } from "../../shared/result.js";
import { checkNarrativeFile, markNarrativeFile } from "./narrative-jobs.js";
import { checkPack } from "./pack-check.js";
import { plainWorkbook } from "./plain-workbook.js";
import { printedPages } from "./printed-pages.js";
import { askPublication, makePublication } from "./publication-jobs.js";
import type { Answer, Ask, JobName, PackTemplate, Tell } from "./protocol.js";
import { readyPacks } from "./ready-packs.js";

/** The open workbook as the worker keeps it. */
interface Kept {
  readonly bytes: Uint8Array;
  /** As it was opened; `read` says where everything stands in the bytes. */
  readonly opened: OpenedWorkbook;
  /** The session after every gesture so far. */
  readonly session: OpenedWorkbook["session"];
}

/** Carries the worker's jobs out. It holds one workbook, and a session of it that follows every gesture of the page. */
export class WorkbookKeeper {
  private packs: readonly ReadyPack[] = [];
  private kept: Kept | undefined;

  private readonly jobs: { readonly [Name in JobName]: (ask: Ask<Name>, tell: Tell) => Promise<Result<Answer<Name>>> } =
    {
      prepare: ({ packs }) => {
        this.packs = readyPacks(packs).ready;
        return Promise.resolve(success(undefined));
      },
      open: (ask, tell) => this.open(ask, tell),
      create: (ask, tell) => this.create(ask, tell),
      apply: ({ entry }) => {
        this.apply(entry);
        return Promise.resolve(success(undefined));
      },
      save: (ask, tell) => this.save(ask, tell),
      export: (ask, tell) => this.export(ask, tell),
      pages: (ask, tell) => this.pages(ask, tell),
      "prepare-publication": (ask, tell) => {
        const { bytes, now } = this.standing(ask.fingerprint);
        return askPublication(bytes, now, ask, tell);
      },
      publish: (ask, tell) => {
        const { bytes, now } = this.standing(ask.fingerprint);
        return makePublication(bytes, now, ask, tell);
      },
      "check-pack": async (ask, tell) => {
        await tell("reading");
        return success(checkPack(ask));
      },
      previous: (ask, tell) => this.previous(ask, tell),
      "check-narrative": async (ask, tell) => {
        await tell("reading");
        return checkNarrativeFile(this.agreed(ask.fingerprint).session, ask);
      },
      "mark-narrative": markNarrativeFile,
    };

  /** Carries one job out; what the world refuses is a result, a defect throws. */
  carry<Name extends JobName>(job: Name, ask: Ask<Name>, tell: Tell): Promise<Result<Answer<Name>>> {
    return this.jobs[job](ask, tell);
  }

  private async open({ bytes, templates }: Ask<"open">, tell: Tell): Promise<Result<Answer<"open">>> {
    await tell("reading");
    return isLegacyWorkbook(bytes) ? this.openLegacy(bytes, templates, tell) : this.keep(bytes, false);
  }

  /** An old workbook is never written: its figures and texts are put into a new one of the pack it belongs to. */
  private async openLegacy(
    bytes: Uint8Array,
    templates: readonly PackTemplate[],
    tell: Tell,
  ): Promise<Result<Answer<"open">>> {
    const modern = await modernWorkbook(bytes);
    if (!modern.ok) return modern;
    const opened = openWorkbook(modern.value, this.packs);
    if (!opened.ok) return opened;
    const { pack } = opened.value.read;
    const ready = this.packs.find((one) => one.pack === pack);
    const template = templates.find((one) => one.pack === pack.id);
    if (ready === undefined || template === undefined) return refusal(failure("unknown-pack", { pack: pack.id }));
    await tell("writing-workbook");
    const made = await newFromSession(template.bytes, ready, opened.value.session);
    return made.ok ? this.keep(made.value, true) : made;
  }

  private async create({ template, profile }: Ask<"create">, tell: Tell): Promise<Result<Answer<"create">>> {
    const ready = this.packs.find(({ pack }) => pack.id === template.pack);
    if (ready === undefined) return refusal(failure("unknown-pack", { pack: template.pack }));
    await tell("reading");
    const made = newFromTemplate(template.bytes, ready, profile);
    return made.ok ? this.keep(made.value, true) : made;
  }

  private keep(bytes: Uint8Array, isMade: boolean): Result<Answer<"open">> {
    const opened = openWorkbook(bytes, this.packs);
    if (!opened.ok) return opened;
    const { read, session, reading } = opened.value;
    this.kept = { bytes, opened: opened.value, session };
    const workbook = plainWorkbook({ ...read, printedUnits: printedUnitsOf(read) });
    return success({ pack: read.pack.id, workbook, reading, ...(isMade ? { made: bytes } : {}) });
  }

  private apply(entry: string): void {
    const transaction = readTransactionText(entry);
    if (transaction === undefined) throw new Error("a gesture came that cannot be read");
    const kept = this.opened();
    this.kept = { ...kept, session: edit(kept.session, transaction).session };
  }

  private async save({ fingerprint }: Ask<"save">, tell: Tell): Promise<Result<Answer<"save">>> {
    const { bytes, opened, session } = this.agreed(fingerprint);
    await tell("writing-workbook");
    const saved = exportExcel(bytes, { ...opened, session }, { signOff: false });
    if (!saved.ok) return saved;
    await tell("checking");
    const again = openWorkbook(saved.value.bytes, this.packs);
    if (!again.ok) return refusal(failure("export-mismatch", { at: again.failure.code }));
    const base = transactionBetween(again.value.session.workbook, session.workbook);
    return success({ ...saved.value, ...(base.changes.length === 0 ? {} : { base: transactionText(base) }) });
  }

  private async export(wish: Ask<"export">, tell: Tell): Promise<Result<Answer<"export">>> {
    const { bytes, now } = this.standing(wish.fingerprint);
    const prepared = prepareDelivery({ bytes, opened: now, template: wish.template });
    if (!prepared.ok) return prepared;
    const { summary, findings } = prepared.value;
    if (summary.errors > 0 && !wish.force) {
      const computed = computedOf(now.session);
      const errors = findings.filter(({ severity }) => severity === "error").map((one) => findingText(computed, one));
      return success({ kind: "held-back", errors, summary });
    }
    const made = await deliver(prepared.value, { signOff: wish.signOff }, tell);
    return made.ok ? success({ kind: "made", files: made.value.files, summary }) : made;
  }

  private async pages(wish: Ask<"pages">, tell: Tell): Promise<Result<Answer<"pages">>> {
    const { bytes, now } = this.standing(wish.fingerprint);
    return printedPages(bytes, now, wish, tell);
  }

  private async previous(ask: Ask<"previous">, tell: Tell): Promise<Result<Answer<"previous">>> {
    await tell("reading");
    const modern = await modernWorkbook(ask.bytes);
    if (!modern.ok) return modern;
    const opened = openWorkbook(modern.value, this.packs);
    if (!opened.ok) return opened;
    const { session, read } = opened.value;
    const figures = Array.from(previousFigures(session, ask.references), ([reference, figure]) => {
      return [reference, plain(figure)] as const;
    });
    const { profile, remarks } = session.workbook;
    return success({ profile, pack: read.pack.id, figures, texts: [...remarks] });
  }

  /** The workbook as it stands now, with what reading it found and no gesture has settled. */
  private standing(fingerprint: string): { readonly bytes: Uint8Array; readonly now: OpenedWorkbook } {
    const { bytes, opened, session } = this.agreed(fingerprint);
    return { bytes, now: { ...opened, session, reading: standingReading(opened, session) } };
  }

  /** The workbook, when page and worker say the same of it; a difference is a defect, and nothing is written. */
  private agreed(fingerprint: string): Kept {
    const kept = this.opened();
    const own = fingerprintOf(kept.session);
    if (own !== fingerprint) throw new Error(`page and worker differ: ${fingerprint} / ${own}`);
    return kept;
  }

  private opened(): Kept {
    if (this.kept === undefined) throw new Error("the worker has no workbook");
    return this.kept;
  }
}
