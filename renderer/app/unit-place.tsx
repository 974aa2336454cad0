import { useMemo, useState, type ReactNode } from "react";
import { computedOf } from "../../shared/calc/computed-session.js";
import { changeProfile } from "../../shared/editing/answers.js";
import { editRefusalText } from "../../shared/messages/editing-text.js";
import type { Profile } from "../../shared/model/workbook.js";
import { store } from "../session/window-store.js";
import { Button } from "../ui/button.js";
import { Dialog } from "../ui/dialog.js";
import { Field } from "../ui/field.js";
import { notices } from "../ui/window-notices.js";
import { runCommand, useCommandHandlers } from "./use-commands.js";
import { WORDS } from "./wording.js";

/** 单位信息: whose workbook it is and for which year, changed as one gesture. */
export function UnitPlace({ profile }: { readonly profile: Profile }): ReactNode {
  const [isOpen, setOpen] = useState(false);
  useCommandHandlers(useMemo(() => ({ "unit-details": { run: () => setOpen(true) } }), []));
  return isOpen ? <UnitDialog profile={profile} onClose={() => setOpen(false)} /> : null;
}

interface UnitDialogProps {
  readonly profile: Profile;
  readonly onClose: () => void;
}

function UnitDialog({ profile, onClose }: UnitDialogProps): ReactNode {
  const [department, setDepartment] = useState(profile.department);
  const [year, setYear] = useState(String(profile.year));
  const [wrong, setWrong] = useState<WrongFields>({});
  const take = (): void => {
    const found = takeProfile(department, year);
    if (found === undefined) onClose();
    else setWrong(found);
  };
  const actions = (
    <>
      <Button onClick={onClose}>{WORDS.cancel}</Button>
      <Button look="primary" onClick={take}>
        {WORDS.unitDetails.save}
      </Button>
    </>
  );
  const { title, departmentNote, yearNote } = WORDS.unitDetails;
  return (
    <Dialog open onClose={onClose} title={title} actions={actions}>
      <form
        className="file-form"
        onSubmit={(event) => {
          event.preventDefault();
          take();
        }}
      >
        <Field
          label={WORDS.unitDetails.department}
          value={department}
          onValue={setDepartment}
          note={departmentNote}
          autoFocus
          {...(wrong.department === undefined ? {} : { error: wrong.department })}
        />
        <Field
          label={WORDS.unitDetails.year}
          value={year}
          onValue={setYear}
          inputMode="numeric"
          note={yearNote}
          {...(wrong.year === undefined ? {} : { error: wrong.year })}
        />
        <button type="submit" hidden />
      </form>
    </Dialog>
  );
}

interface WrongFields {
  readonly department?: string;
  readonly year?: string;
}

/** Puts what was typed into the workbook; gives what is wrong with it, undefined when it was taken. */
function takeProfile(department: string, year: string): WrongFields | undefined {
  if (department.trim() === "") return { department: WORDS.unitDetails.departmentMissing };
  const session = store.latest();
  if (session === undefined) return undefined;
  const typed = /^\d{4}$/.test(year.trim()) ? Number.parseInt(year, 10) : 0;
  const found = changeProfile({ session, computed: computedOf(session) }, { department, year: typed });
  if (!found.ok) return { year: editRefusalText({ ...found.failure, facts: { year } }) };
  if (found.value.changes.length === 0) return undefined;
  store.run(found.value);
  const action = { label: WORDS.undo, onSelect: () => runCommand("undo") };
  notices.show({ kind: "done", title: WORDS.unitDetails.done, action });
  return undefined;
}
