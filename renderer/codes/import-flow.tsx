import { useSyncExternalStore, type ReactNode } from "react";
import type { CodeListFile } from "../../shared/exchange/code-list-file.js";
import type { Host, HostFailure } from "../../shared/host/contract.js";
import { failureText } from "../../shared/messages/failure-text.js";
import type { LearnedNames } from "../../shared/editing/gesture.js";
import type { Pack } from "../../shared/template/pack.js";
import type { NoticeBoard } from "../ui/toast.js";
import { ImportDialog } from "./import-dialog.js";
import { WORDS } from "./wording.js";

/** A list of codes that was read and waits for the person's word. */
interface Offered {
  readonly name: string;
  readonly list: CodeListFile;
  readonly pack: Pack;
}

/** What reading a list of codes needs of the window. */
export interface ImportTools {
  readonly host: () => Host;
  readonly pack: () => Pack | undefined;
  readonly notices: NoticeBoard;
  /** The sentence of what the machine refused. */
  readonly hostFailureText: (failure: HostFailure) => string;
  /** Takes the names of a list over. */
  readonly learn: (names: LearnedNames) => void;
}

/** 导入科目表: an Excel file of codes and names is read, shown, and its names are learned. */
export class CodeImport {
  private offered: Offered | undefined;
  private readonly listeners = new Set<() => void>();

  constructor(private readonly tools: ImportTools) {}

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  current = (): Offered | undefined => this.offered;

  async choose(): Promise<void> {
    const pack = this.tools.pack();
    if (pack === undefined) return;
    const chosen = await this.tools.host().openFile("code-list");
    if (!chosen.ok) {
      const title = WORDS.notRead(chosen.failure.facts["file"] ?? "");
      this.tools.notices.show({ kind: "problem", title, text: this.tools.hostFailureText(chosen.failure) });
      return;
    }
    if (chosen.value === undefined) return;
    const { name, bytes } = chosen.value;
    // Zip and XML are not needed before the first list is read.
    const { readCodeListFile } = await import("../../shared/exchange/code-list-file.js");
    const list = readCodeListFile(bytes, pack);
    if (list.ok) this.offer({ name, list: list.value, pack });
    else this.tools.notices.show({ kind: "problem", title: WORDS.notRead(name), text: failureText(list.failure) });
  }

  accept(): void {
    const { offered } = this;
    this.offer(undefined);
    if (offered === undefined) return;
    const names = [...offered.list.lists].map(
      ([id, codes]) => [id, new Map(codes.map(({ code, name }) => [code, name]))] as const,
    );
    this.tools.learn(new Map(names));
    const count = names.reduce((all, [, list]) => all + list.size, 0);
    this.tools.notices.show({ kind: "done", title: WORDS.imported(count) });
  }

  close(): void {
    this.offer(undefined);
  }

  private offer(offered: Offered | undefined): void {
    this.offered = offered;
    for (const listener of this.listeners) listener();
  }
}

/** The preview of a list of codes, while one waits. */
export function CodeImportPlace({ flow }: { readonly flow: CodeImport }): ReactNode {
  const offered = useSyncExternalStore(flow.subscribe, flow.current);
  if (offered === undefined) return null;
  return <ImportDialog {...offered} onImport={() => flow.accept()} onClose={() => flow.close()} />;
}
