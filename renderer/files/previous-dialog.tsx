import type { ReactNode } from "react";
import { grouped } from "../../shared/messages/figure-text.js";
import { useDocument } from "../session/use-document.js";
import { Button } from "../ui/button.js";
import { Dialog } from "../ui/dialog.js";
import type { AskedOf } from "./dialogs.js";
import type { PreviousRow } from "./previous-rows.js";
import { WORDS } from "./wording.js";

const DOES: Readonly<Record<PreviousRow["does"], string>> = {
  fills: WORDS.previous.fills,
  same: WORDS.previous.same,
  differs: WORDS.previous.differs,
  missing: WORDS.previous.missing,
};

/** 取上年数: every figure wanted of last year, what stands now and what last year's workbook says. */
export function PreviousDialog({ asked }: { readonly asked: AskedOf<"previous"> }): ReactNode {
  const { name, department, year, rows } = asked.facts;
  const profile = useDocument((document) => document?.session.workbook.profile);
  const words = WORDS.previous;
  const fills = rows.filter(({ does }) => does === "fills").length;
  const differs = rows.filter(({ does }) => does === "differs").length;
  const cancel = (): void => asked.answer("cancel");
  return (
    <Dialog
      open
      onClose={cancel}
      title={words.title}
      description={words.about(name, department, year)}
      width="wide"
      actions={
        <>
          <Button onClick={cancel}>{WORDS.cancel}</Button>
          {differs === 0 ? null : <Button onClick={() => asked.answer("replace")}>{words.replace}</Button>}
          <Button look="primary" disabled={fills === 0} onClick={() => asked.answer("fill")}>
            {words.fill}
          </Button>
        </>
      }
    >
      {profile === undefined || profile.department === department ? null : (
        <p className="file-warning">{words.otherDepartment(profile.department)}</p>
      )}
      {profile === undefined || profile.year === year + 1 ? null : (
        <p className="file-warning">{words.notLastYear(profile.year - 1)}</p>
      )}
      {fills + differs === 0 ? <p>{words.nothing}</p> : null}
      <div className="file-scroll">
        <table className="file-table">
          <thead>
            <tr>
              <th scope="col">{words.item}</th>
              <th scope="col">{words.now}</th>
              <th scope="col">{words.then}</th>
              <th scope="col">{words.does}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.reference} data-does={row.does}>
                <td title={row.reference}>{row.item}</td>
                <td className="file-number">{grouped(row.now)}</td>
                <td className="file-number">{grouped(row.then)}</td>
                <td>{DOES[row.does]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Dialog>
  );
}
