import { FileSearch, MessageSquareText, Printer, RotateCw } from "lucide-react";
import { useRef, useSyncExternalStore, type ReactNode } from "react";
import { useDocument } from "../session/use-document.js";
import { Button } from "../ui/button.js";
import { checkCounts, groupOf, type CheckedNarrative, type CheckGroup } from "./check-desk.js";
import { CheckFinding } from "./check-finding.js";
import { checkChosen, printReport, saveAnnotated, saveMarked } from "./check-flow.js";
import { checkDesk } from "./window-narrative.js";
import { WORDS } from "./wording.js";

/** 核对已有说明: choose or paste a narrative, and see what does not agree with the tables. */
export function CheckPage(): ReactNode {
  const state = useSyncExternalStore(checkDesk.subscribe, checkDesk.state);
  return (
    <section className="narrative-check" aria-label={WORDS.sides.check}>
      {state.kind === "done" ? <Result checked={state.checked} /> : null}
      {state.kind === "working" ? <p role="status">{WORDS.checking(state.name)}</p> : null}
      {state.kind === "failed" ? (
        <p className="narrative-check-failed" role="alert">
          {state.text}
        </p>
      ) : null}
      {state.kind === "idle" || state.kind === "failed" ? <Choose /> : null}
    </section>
  );
}

function Choose(): ReactNode {
  const pasted = useRef<HTMLTextAreaElement>(null);
  return (
    <div className="narrative-check-choose">
      <p>{WORDS.checkIntro}</p>
      <div className="narrative-check-file">
        <Button look="primary" icon={<FileSearch size={15} aria-hidden />} onClick={() => void checkChosen()}>
          {WORDS.chooseFile}
        </Button>
        <span>{WORDS.chooseKinds}</span>
      </div>
      <textarea ref={pasted} aria-label={WORDS.paste} placeholder={WORDS.paste} rows={10} spellCheck={false} />
      <Button
        onClick={() => {
          const text = pasted.current?.value.trim() ?? "";
          if (text !== "") void checkDesk.check(WORDS.pastedName, new TextEncoder().encode(text));
        }}
      >
        {WORDS.checkPasted}
      </Button>
    </div>
  );
}

const GROUPS: readonly CheckGroup[] = ["error", "explain", "hint", "undecided"];

function Result({ checked }: { readonly checked: CheckedNarrative }): ReactNode {
  const session = useDocument((open) => open?.session);
  const counts = checkCounts(checked.findings);
  return (
    <>
      <ResultHead checked={checked} isStale={session !== checked.session} />
      {checked.findings.length === 0 ? <p className="narrative-check-none">{WORDS.nothingFound}</p> : null}
      {GROUPS.filter((group) => counts[group] > 0).map((group) => (
        <section key={group} aria-label={WORDS.groups[group]} className="narrative-check-group" data-group={group}>
          <h3>{WORDS.groupCount(WORDS.groups[group], counts[group])}</h3>
          <ul>
            {checked.findings
              .filter((finding) => groupOf(finding) === group)
              .map((finding, index) => (
                <CheckFinding key={index} finding={finding} session={checked.session} />
              ))}
          </ul>
        </section>
      ))}
    </>
  );
}

function ResultHead({
  checked,
  isStale,
}: {
  readonly checked: CheckedNarrative;
  readonly isStale: boolean;
}): ReactNode {
  return (
    <header className="narrative-check-head">
      <h2>{checked.name}</h2>
      <div className="narrative-check-actions">
        <Button
          icon={<RotateCw size={14} aria-hidden />}
          onClick={() => void checkDesk.check(checked.name, checked.bytes)}
        >
          {WORDS.again}
        </Button>
        <Button onClick={() => checkDesk.clear()}>{WORDS.another}</Button>
        {checked.kind === "word" ? (
          <Button icon={<MessageSquareText size={14} aria-hidden />} onClick={() => void saveMarked(checked)}>
            {WORDS.saveMarked}
          </Button>
        ) : (
          <Button icon={<MessageSquareText size={14} aria-hidden />} onClick={() => void saveAnnotated(checked)}>
            {WORDS.saveAnnotated}
          </Button>
        )}
        <Button icon={<Printer size={14} aria-hidden />} onClick={() => void printReport(checked)}>
          {WORDS.printReport}
        </Button>
      </div>
      {isStale ? (
        <p className="narrative-check-stale" role="status">
          {WORDS.stale}
        </p>
      ) : null}
    </header>
  );
}
