import { useEffect, useMemo, useRef, useState, useSyncExternalStore, type ReactNode, type RefObject } from "react";
import type { HostFailure } from "../../shared/host/contract.js";
import { failureText } from "../../shared/messages/failure-text.js";
import { printedCopyName } from "../../shared/messages/export-names.js";
import type { OpenDocument } from "../session/document-store.js";
import { madePdf } from "../session/made-pdf.js";
import { commands, desk, narrativeTemplates } from "../session/window-store.js";
import { Preview } from "./preview.js";
import { PreviewMaker, type MadePreview, type PreviewFailure, type PreviewWish } from "./preview-maker.js";
import { chosenForms, copyOf, takesNarrative, type PrintChoice } from "./print-choice.js";
import { PrintOptions } from "./print-options.js";
import { WORDS } from "./wording.js";
import "./print.css";

export interface PrintPageProps {
  readonly document: OpenDocument;
  /** What was in front: a form, or the narrative. */
  readonly front: { readonly form?: string; readonly narrative?: boolean };
  readonly onBack: () => void;
  /** Hands pages to the printer, or keeps them as PDF where there is none. Resolved when that is over. */
  readonly onPrint: (html: string, pdf: { readonly name: string; readonly bytes: Uint8Array }) => Promise<void>;
  readonly onSavePdf: (name: string, pdf: Uint8Array) => Promise<void>;
  /** What the machine refused, as a sentence. */
  readonly hostFailureText: (failure: HostFailure) => string;
}

/** What goes to paper: the choice on the left, the pages as they will come out on the right. */
export function PrintPage(props: PrintPageProps): ReactNode {
  const { document, front, onBack, onPrint, onSavePdf } = props;
  const { pack } = document.ready;
  const [choice, setChoice] = useState<PrintChoice>(() => firstChoice(document, front));
  const [maker] = useState(() => new PreviewMaker(PORTS));
  const state = useSyncExternalStore(maker.subscribe, maker.current);
  const [busy, setBusy] = useState(false);
  const page = useRef<HTMLDivElement>(null);
  const wish = useWish(document, choice);
  useEffect(() => maker.want(wish), [maker, wish]);
  useEffect(() => () => maker.want(undefined), [maker]);

  const ready = state.step === undefined && state.made?.wish === wish ? state.made : undefined;
  const carry = (work: () => Promise<void>): void => {
    setBusy(true);
    void work().finally(() => setBusy(false));
  };
  const name = printedCopyName(document.session.workbook.profile, copyOf(pack, choice));
  const print = (made: MadePreview): void => carry(() => onPrint(made.html, { name, bytes: made.pdf }));
  usePrintKeys(busy ? undefined : ready, print);
  useEscape(page, onBack);
  return (
    <div className="print-page" role="region" aria-label={WORDS.title} ref={page}>
      <PrintOptions
        pack={pack}
        choice={choice}
        onChoice={setChoice}
        made={state.made}
        hasNarrative={narrativeTemplates.current().kind === "ready"}
        busy={busy}
        onBack={onBack}
        {...(ready === undefined || busy
          ? {}
          : { onPrint: () => print(ready), onSavePdf: () => carry(() => onSavePdf(name, ready.pdf)) })}
      />
      <Preview
        state={state}
        nothing={wish === undefined ? reasonForNothing(choice) : undefined}
        failure={sentence(state.failure, props)}
        {...(state.failure?.by === "worker" ? { onRestart: restartPage } : {})}
        onRetry={() => maker.want(wish === undefined ? undefined : { ...wish })}
      />
    </div>
  );
}

const PORTS = {
  pages: desk.pages.bind(desk),
  pdf: (html: string) => madePdf(desk.host(), html),
  later: (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds)),
};

function sentence(failed: PreviewFailure | undefined, { hostFailureText }: PrintPageProps): string | undefined {
  if (failed === undefined) return undefined;
  if (failed.by === "worker") return WORDS.workerBroken;
  return failed.by === "pages" ? failureText(failed.failure) : hostFailureText(failed.failure);
}

function restartPage(): void {
  void desk.host().leavePage("restart");
}

/** What was in front where that is printed, else all forms. */
function firstChoice({ ready }: OpenDocument, { form, narrative = false }: PrintPageProps["front"]): PrintChoice {
  const current = ready.pack.forms.find(({ id }) => id === form)?.id;
  return {
    content: narrative ? "narrative" : current === undefined ? "all" : "current",
    ...(current === undefined ? {} : { current }),
    selected: new Set(current === undefined ? [] : [current]),
    zeros: "figure",
    signOff: false,
  };
}

/** The choice as something that can be made; a new one whenever a figure changed. Undefined while nothing can be. */
function useWish(document: OpenDocument, choice: PrintChoice): PreviewWish | undefined {
  const state = useSyncExternalStore(narrativeTemplates.subscribe, narrativeTemplates.current);
  const { session } = document;
  const { pack } = document.ready;
  return useMemo(() => {
    const forms = chosenForms(pack, choice).map(({ id }) => id);
    const narrative = takesNarrative(choice);
    const template = state.kind === "ready" ? state.template : undefined;
    if ((forms.length === 0 && !narrative) || (narrative && template === undefined)) return undefined;
    const { zeros, signOff } = choice;
    const title = printedCopyName(session.workbook.profile, copyOf(pack, choice)).replace(/\.pdf$/u, "");
    const from =
      template === undefined
        ? {}
        : { template: { bytes: template.bytes, ...(template.name === undefined ? {} : { name: template.name }) } };
    return { forms, narrative, zeros, signOff, title, ...from };
  }, [session, pack, choice, state]);
}

function reasonForNothing(choice: PrintChoice): string {
  return takesNarrative(choice) ? WORDS.noNarrative : WORDS.nothingChosen;
}

/** Escape leaves the page, also when the keyboard is nowhere: a button that was pressed rests while it works. */
function useEscape(page: RefObject<HTMLElement | null>, onBack: () => void): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const isHere = event.target === document.body || page.current?.contains(event.target as Node) === true;
      if (event.key !== "Escape" || event.defaultPrevented || !isHere) return;
      event.preventDefault();
      onBack();
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  });
}

/** Who is on this page already and gives the command once more, prints. */
function usePrintKeys(ready: MadePreview | undefined, print: (made: MadePreview) => void): void {
  const latest = useRef({ ready, print });
  useEffect(() => {
    latest.current = { ready, print };
    commands.refresh();
  });
  useEffect(
    () =>
      commands.register("print", {
        run: () => {
          const now = latest.current;
          if (now.ready !== undefined) now.print(now.ready);
        },
        possible: () => latest.current.ready !== undefined,
      }),
    [],
  );
}
