import { Check, FileText, FolderOutput, TriangleAlert } from "lucide-react";
import { useState, type ReactNode } from "react";
import { Button } from "../ui/button.js";
import { Dialog } from "../ui/dialog.js";
import { TextAreaField } from "../ui/field.js";
import { Tick } from "../ui/tick.js";
import type { AskedOf } from "./dialogs.js";
import { WORDS as ALL_WORDS } from "./wording.js";

const WORDS = ALL_WORDS.publish;

type Facts = AskedOf<"publish">["facts"];

/** 公开发布: what will be written, what the rules of publication demand of it, and what only a person can say. */
export function PublishDialog({ asked }: { readonly asked: AskedOf<"publish"> }): ReactNode {
  const { checklist, errors } = asked.facts;
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [reason, setReason] = useState("");
  const [wasTried, setTried] = useState(false);
  const toTick = toConfirm(asked.facts);
  const open = toTick.filter((id) => !ticked.has(id));
  const isReasonMissing = errors.length > 0 && reason.trim() === "";
  const tick = (id: string, on: boolean): void => {
    setTicked(new Set(on ? [...ticked, id] : [...ticked].filter((one) => one !== id)));
  };
  const go = (): void => {
    setTried(true);
    if (open.length > 0 || isReasonMissing) return;
    const confirmed = checklist.map(({ id }) => id).filter((id) => ticked.has(id));
    asked.answer({ confirmed, ...(errors.length === 0 ? {} : { reason: reason.trim() }) });
  };
  const close = (): void => asked.answer(undefined);
  return (
    <Dialog
      open
      onClose={close}
      title={WORDS.title}
      description={WORDS.what}
      width="wide"
      actions={
        <>
          {wasTried && (open.length > 0 || isReasonMissing) ? (
            <p className="publish-open" role="alert">
              {open.length > 0 ? WORDS.unconfirmed(open.length) : WORDS.withoutReason}
            </p>
          ) : null}
          <Button onClick={close}>{ALL_WORDS.cancel}</Button>
          <Button look="primary" onClick={go}>
            {WORDS.go}
          </Button>
        </>
      }
    >
      <Names facts={asked.facts} />
      {errors.length === 0 ? null : (
        <>
          <Errors errors={errors} />
          <TextAreaField
            label={WORDS.reason}
            value={reason}
            onValue={setReason}
            note={WORDS.reasonNote}
            rows={2}
            {...(wasTried && isReasonMissing ? { error: WORDS.reasonMissing } : {})}
          />
        </>
      )}
      <Checklist checklist={checklist} ticked={ticked} onTick={tick} />
    </Dialog>
  );
}

/** Stands for everything that is missing, to be ticked once. */
const MISSING = "missing";

/** What must be ticked before it goes out. */
function toConfirm({ checklist }: Facts): readonly string[] {
  const confirm = checklist.filter(({ state }) => state === "confirm").map(({ id }) => id);
  return checklist.some(({ state }) => state === "missing") ? [...confirm, MISSING] : confirm;
}

function Names({ facts: { folder, files, record } }: { readonly facts: Facts }): ReactNode {
  return (
    <div className="publish-names">
      <p className="publish-folder">
        <FolderOutput size={16} aria-hidden />
        {folder}
      </p>
      <ul>
        {files.map((name) => (
          <li key={name}>
            <FileText size={14} aria-hidden />
            {name}
          </li>
        ))}
      </ul>
      <p className="publish-record">{WORDS.record(record)}</p>
    </div>
  );
}

/** How many errors are named here; all of them stand in the list of findings. */
const NAMED = 3;

function Errors({ errors }: { readonly errors: readonly string[] }): ReactNode {
  return (
    <div className="publish-errors">
      <p className="file-warning">{WORDS.errors(errors.length)}</p>
      <ul className="file-errors">
        {errors.slice(0, NAMED).map((error) => (
          <li key={error}>{error}</li>
        ))}
      </ul>
      {errors.length > NAMED ? <p>{WORDS.more(errors.length - NAMED)}</p> : null}
    </div>
  );
}

interface ChecklistProps {
  readonly checklist: Facts["checklist"];
  readonly ticked: ReadonlySet<string>;
  readonly onTick: (id: string, on: boolean) => void;
}

function Checklist({ checklist, ticked, onTick }: ChecklistProps): ReactNode {
  const missing = checklist.filter(({ state }) => state === "missing").length;
  return (
    <section className="publish-checklist" aria-label={WORDS.checklist}>
      <h3>{WORDS.checklist}</h3>
      <ul>
        {checklist.map((entry) => (
          <li key={entry.id} data-state={entry.state}>
            {entry.state === "confirm" ? (
              <Tick
                label={entry.sentence}
                checked={ticked.has(entry.id)}
                onChange={(on) => {
                  onTick(entry.id, on);
                }}
              />
            ) : (
              <p className="publish-demand">
                {entry.state === "met" ? <Check size={16} aria-hidden /> : <TriangleAlert size={16} aria-hidden />}
                {entry.sentence}
              </p>
            )}
            {entry.where.length === 0 ? null : (
              <ul className="publish-where">
                {entry.where.map((place) => (
                  <li key={place}>{place}</li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
      {missing === 0 ? null : (
        <Tick
          label={WORDS.missing(missing)}
          checked={ticked.has(MISSING)}
          onChange={(on) => {
            onTick(MISSING, on);
          }}
        />
      )}
    </section>
  );
}
