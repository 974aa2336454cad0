import { formSheet } from "../../shared/forms/lay-out-form.js";
import type { FormSheet } from "../../shared/forms/form-sheet.js";
import { workingForms } from "../../shared/forms/working-forms.js";
import type { CellAddress } from "../../shared/model/address.js";
import type { Form } from "../../shared/template/pack.js";
import type { DocumentStore, OpenDocument } from "../session/document-store.js";
import { contentOf, type SheetContent } from "./sheet-content.js";

/** The forms of the open workbook as sheets, each laid out when it is first looked at and again when rows came or went. */
export class SheetCache {
  private readonly sheets = new Map<string, FormSheet>();
  private readonly contents = new Map<string, SheetContent>();
  private seen: OpenDocument | undefined;

  constructor(private readonly store: DocumentStore) {}

  /** The pack's forms, then the working ones, as the navigator lists them. */
  forms(): readonly Form[] {
    const pack = this.store.current()?.ready.pack;
    return pack === undefined ? [] : [...pack.forms, ...workingForms(pack)];
  }

  /** What stands in a form now; undefined for a form the workbook does not have. */
  content(form: string): SheetContent | undefined {
    this.follow();
    const { seen } = this;
    const known = this.contents.get(form);
    if (known !== undefined || seen === undefined) return known;
    const sheet = this.sheet(form, seen);
    if (sheet === undefined) return undefined;
    const content = contentOf(sheet, seen);
    this.contents.set(form, content);
    return content;
  }

  /** The form that shows a cell's table. */
  formOf({ table }: CellAddress): string {
    const pack = this.store.current()?.ready.pack;
    return pack?.tables.find(({ id }) => id === table)?.form ?? table;
  }

  private sheet(id: string, document: OpenDocument): FormSheet | undefined {
    const known = this.sheets.get(id);
    if (known !== undefined) return known;
    const form = this.forms().find((one) => one.id === id);
    if (form === undefined) return undefined;
    const sheet = formSheet(form, document.computed);
    this.sheets.set(id, sheet);
    return sheet;
  }

  /** Forgets what the document's last change made untrue. Forms of blocks are laid out by their texts, so they go each time. */
  private follow(): void {
    const document = this.store.current();
    if (document === this.seen) return;
    const before = this.seen;
    this.seen = document;
    this.contents.clear();
    const isSameRows = before?.session.plan === document?.session.plan && before?.ready === document?.ready;
    for (const [id, sheet] of this.sheets) if (!isSameRows || sheet.headRows === 0) this.sheets.delete(id);
  }
}
