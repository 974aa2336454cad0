import { Fragment, type ReactNode } from "react";
import { Button } from "../ui/button.js";
import { Dialog } from "../ui/dialog.js";
import type { AskedOf } from "./dialogs.js";
import type { CellChange } from "./recovered-changes.js";
import { localTime } from "./local-time.js";
import { WORDS } from "./wording.js";

/** Several pieces of work were left behind: which of them is to be looked at. */
export function RecoveriesDialog({ asked }: { readonly asked: AskedOf<"recoveries"> }): ReactNode {
  const words = WORDS.recoveries;
  const later = (): void => asked.answer(undefined);
  return (
    <Dialog
      open
      onClose={later}
      title={words.title}
      description={words.text}
      width="wide"
      actions={<Button onClick={later}>{words.later}</Button>}
    >
      <table className="file-table">
        <thead>
          <tr>
            <th scope="col">{words.file}</th>
            <th scope="col">{words.department}</th>
            <th scope="col">{words.at}</th>
            <th scope="col">{words.gestures}</th>
            <th scope="col" aria-label={words.look} />
          </tr>
        </thead>
        <tbody>
          {asked.facts.recoveries.map((recovery) => (
            <tr key={recovery.id}>
              <td>{recovery.name}</td>
              <td>{recovery.department}</td>
              <td>{localTime(recovery.at)}</td>
              <td className="file-number">{words.count(recovery.entries)}</td>
              <td>
                <Button onClick={() => asked.answer(recovery)}>{words.look}</Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Dialog>
  );
}

/** What is in one of them, cell by cell, and whether to have it back. */
export function RecoveryDialog({ asked }: { readonly asked: AskedOf<"recovery"> }): ReactNode {
  const { recovery, gestures, changes, fileChanged, cutShort } = asked.facts;
  const words = WORDS.recovery;
  return (
    <Dialog
      open
      onClose={() => asked.answer("later")}
      title={words.title(recovery.name)}
      description={words.about(recovery.department, recovery.year, localTime(recovery.at), gestures)}
      width="wide"
      actions={
        <>
          <Button look="danger" onClick={() => asked.answer("discard")}>
            {words.discard}
          </Button>
          <Button onClick={() => asked.answer("later")}>{words.later}</Button>
          <Button look="primary" autoFocus onClick={() => asked.answer("recover")}>
            {words.recover}
          </Button>
        </>
      }
    >
      {fileChanged ? <p className="file-warning">{words.fileChanged}</p> : null}
      {cutShort ? <p className="file-warning">{words.cutShort}</p> : null}
      <ChangeTable changes={changes} />
    </Dialog>
  );
}

/** How many changes the list names. */
const LISTED = 200;

function ChangeTable({ changes }: { readonly changes: readonly CellChange[] }): ReactNode {
  const words = WORDS.recovery;
  if (changes.length === 0) return <p>{words.none}</p>;
  return (
    <div className="file-scroll">
      <table className="file-table">
        <thead>
          <tr>
            <th scope="col">{words.place}</th>
            <th scope="col">{words.before}</th>
            <th scope="col">{words.after}</th>
          </tr>
        </thead>
        <tbody>
          {changes.slice(0, LISTED).map((change) => (
            <tr key={`${change.kind} ${change.place}`}>
              <td>{change.place}</td>
              <ChangeCells change={change} />
            </tr>
          ))}
        </tbody>
      </table>
      {changes.length > LISTED ? <p>{words.more(changes.length - LISTED)}</p> : null}
    </div>
  );
}

function ChangeCells({ change }: { readonly change: CellChange }): ReactNode {
  const words = WORDS.recovery;
  if (change.kind === "row-added") return <td colSpan={2}>{words.rowAdded}</td>;
  if (change.kind === "row-removed") return <td colSpan={2}>{words.rowRemoved}</td>;
  return (
    <Fragment>
      <td className="file-number">{change.before === "" ? words.blank : change.before}</td>
      <td className="file-number">{change.after === "" ? words.blank : change.after}</td>
    </Fragment>
  );
}
