import type { ReactNode } from "react";
import type { CodeListFile } from "../../shared/exchange/code-list-file.js";
import type { Pack } from "../../shared/template/pack.js";
import { Button } from "../ui/button.js";
import { Dialog } from "../ui/dialog.js";
import { WORDS } from "./wording.js";
import "./codes.css";

export interface ImportDialogProps {
  /** The file's name. */
  readonly name: string;
  readonly list: CodeListFile;
  readonly pack: Pack;
  readonly onImport: () => void;
  readonly onClose: () => void;
}

/** How many codes the preview shows of each classification. */
const SHOWN = 100;

/** What an Excel file of codes would teach, before it does. */
export function ImportDialog({ name, list, pack, onImport, onClose }: ImportDialogProps): ReactNode {
  const lists = pack.classifications.flatMap(({ id, name: title, entries }) => {
    const codes = list.lists.get(id) ?? [];
    const known = new Set(entries.map(({ code }) => code));
    const fresh = codes.filter(({ code }) => !known.has(code)).length;
    return codes.length === 0 ? [] : [{ id, title, codes, fresh }];
  });
  return (
    <Dialog
      open
      onClose={onClose}
      title={WORDS.importTitle}
      width="middle"
      description={lists.length === 0 ? WORDS.nothing : WORDS.importText(name)}
      actions={
        <>
          <Button onClick={onClose}>{WORDS.cancel}</Button>
          <Button look="primary" disabled={lists.length === 0} onClick={onImport}>
            {WORDS.import}
          </Button>
        </>
      }
    >
      {lists.map(({ id, title, codes, fresh }) => (
        <section key={id}>
          <p>{WORDS.list(title, codes.length, fresh)}</p>
          <div className="code-preview">
            <table>
              <thead>
                <tr>
                  <th scope="col">{WORDS.columns.code}</th>
                  <th scope="col">{WORDS.columns.name}</th>
                </tr>
              </thead>
              <tbody>
                {codes.slice(0, SHOWN).map((one) => (
                  <tr key={one.code}>
                    <td className="code-digits">{one.code}</td>
                    <td>{one.name}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          {codes.length > SHOWN ? <p className="code-note">{WORDS.more(codes.length - SHOWN)}</p> : null}
        </section>
      ))}
      {list.skipped === 0 ? null : <p className="code-note">{WORDS.skipped(list.skipped)}</p>}
    </Dialog>
  );
}
