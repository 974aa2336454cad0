import { useState, type ReactNode } from "react";
import { Button } from "../ui/button.js";
import { Choice } from "../ui/choice.js";
import { Dialog } from "../ui/dialog.js";
import { Field } from "../ui/field.js";
import type { AskedOf } from "./dialogs.js";
import { WORDS } from "./wording.js";

/** 新建: which forms, which year, whose. */
export function NewDialog({ asked }: { readonly asked: AskedOf<"new"> }): ReactNode {
  const { packs } = asked.facts;
  const [pack, setPack] = useState(packs[0]?.pack.id ?? "");
  const years = packs.find((one) => one.pack.id === pack)?.pack.years ?? [];
  const [typedYear, setYear] = useState<string>();
  const [department, setDepartment] = useState("");
  const [wasTried, setTried] = useState(false);
  const year = typedYear ?? String(years[0] ?? "");
  const isYear = /^(19|20)\d\d$/.test(year);
  const isNamed = department.trim() !== "";
  const create = (): void => {
    setTried(true);
    if (!isYear || !isNamed || pack === "") return;
    asked.answer({ pack, year: Number.parseInt(year, 10), department: department.trim() });
  };
  const choosePack = (next: string): void => {
    setPack(next);
    setYear(undefined);
  };
  const close = (): void => asked.answer(undefined);
  const actions = (
    <>
      <Button onClick={close}>{WORDS.cancel}</Button>
      <Button look="primary" onClick={create}>
        {WORDS.new.create}
      </Button>
    </>
  );
  const wrongName = wasTried && !isNamed ? { error: WORDS.new.departmentMissing } : {};
  const wrongYear = wasTried && !isYear ? { error: WORDS.new.yearWrong } : {};
  return (
    <Dialog open onClose={close} title={WORDS.new.title} actions={actions}>
      <form
        className="file-form"
        onSubmit={(event) => {
          event.preventDefault();
          create();
        }}
      >
        <Field
          label={WORDS.new.department}
          value={department}
          onValue={setDepartment}
          note={WORDS.new.departmentNote}
          autoFocus
          {...wrongName}
        />
        <Choice
          label={WORDS.new.pack}
          value={pack}
          options={packs.map((one) => ({ value: one.pack.id, label: one.pack.title }))}
          onValue={choosePack}
        />
        <Field label={WORDS.new.year} value={year} onValue={setYear} inputMode="numeric" {...wrongYear} />
        <button type="submit" hidden />
      </form>
    </Dialog>
  );
}
