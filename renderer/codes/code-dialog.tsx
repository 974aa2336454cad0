import { Combobox } from "@base-ui/react/combobox";
import { useEffect, useMemo, useRef, useState, type ReactNode } from "react";
import type { NamedCode } from "../../shared/editing/gesture.js";
import { Button } from "../ui/button.js";
import { Dialog } from "../ui/dialog.js";
import { Field } from "../ui/field.js";
import { searchCodes, type Initials } from "./code-search.js";
import { initialsOf } from "./pinyin-initials.js";
import { WORDS } from "./wording.js";
import "./codes.css";

export interface CodeDialogProps {
  /** The table that gets the row, by its printed name. */
  readonly table: string;
  readonly codes: readonly NamedCode[];
  /** Codes the table has already. */
  readonly taken: ReadonlySet<string>;
  /** Whether digits can be a code of the classification at all. */
  readonly isCode: (code: string) => boolean;
  /** What was typed in the sheet before. */
  readonly initial: string;
  readonly onAdd: (chosen: { readonly code: string; readonly name: string }) => void;
  readonly onClose: () => void;
}

/** Chooses a code by its digits, its name or the initials of its pinyin; a code of no list is added with its name. */
export function CodeDialog(props: CodeDialogProps): ReactNode {
  const { table, codes, taken, isCode, initial, onAdd, onClose } = props;
  const [query, setQuery] = useState(initial);
  const [name, setName] = useState("");
  const input = useRef<HTMLInputElement>(null);
  const initials = useInitials(codes);
  const found = useMemo(() => searchCodes(codes, initials, query), [codes, initials, query]);
  const typed = query.normalize("NFKC").replaceAll(/\s/gu, "");
  const isUnlisted = isCode(typed) && !codes.some(({ code }) => code === typed) && !taken.has(typed);
  const add = (): void => {
    if (isUnlisted && name.trim() !== "") onAdd({ code: typed, name: name.trim() });
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={WORDS.title(table)}
      width="middle"
      initialFocus={input}
      actions={<Actions isUnlisted={isUnlisted} canAdd={name.trim() !== ""} onAdd={add} onClose={onClose} />}
    >
      <Combobox.Root<NamedCode>
        inline
        open
        items={codes}
        filteredItems={found}
        inputValue={query}
        onInputValueChange={setQuery}
        value={null}
        onValueChange={(chosen) => {
          if (chosen !== null && !taken.has(chosen.code)) onAdd(chosen);
        }}
        itemToStringLabel={({ code, name: own }) => `${code} ${own}`}
        autoHighlight
      >
        <Combobox.Input
          ref={input}
          className="field-control code-input"
          aria-label={WORDS.search}
          placeholder={WORDS.search}
          spellCheck={false}
        />
        <CodeList found={found} taken={taken} isUnlisted={isUnlisted} code={typed} />
      </Combobox.Root>
      {isUnlisted ? (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            add();
          }}
        >
          <Field label={WORDS.name} value={name} onValue={setName} />
        </form>
      ) : null}
    </Dialog>
  );
}

interface CodeListProps {
  readonly found: readonly NamedCode[];
  readonly taken: ReadonlySet<string>;
  readonly isUnlisted: boolean;
  readonly code: string;
}

function CodeList({ found, taken, isUnlisted, code }: CodeListProps): ReactNode {
  return (
    <>
      {found.length > 0 ? null : <p className="code-none">{isUnlisted ? WORDS.unlisted(code) : WORDS.none}</p>}
      <Combobox.List className="code-list" aria-label={WORDS.codes}>
        {found.map((one) => (
          <Combobox.Item
            key={one.code}
            value={one}
            className="code-item"
            data-level={one.code.length}
            disabled={taken.has(one.code)}
          >
            <span className="code-digits">{one.code}</span>
            <span className="code-name">{one.name}</span>
            <span className="code-note">{taken.has(one.code) ? WORDS.exists : WORDS.from[one.from]}</span>
          </Combobox.Item>
        ))}
      </Combobox.List>
    </>
  );
}

interface ActionsProps {
  readonly isUnlisted: boolean;
  readonly canAdd: boolean;
  readonly onAdd: () => void;
  readonly onClose: () => void;
}

function Actions({ isUnlisted, canAdd, onAdd, onClose }: ActionsProps): ReactNode {
  return (
    <>
      <Button onClick={onClose}>{WORDS.cancel}</Button>
      {isUnlisted ? (
        <Button look="primary" disabled={!canAdd} onClick={onAdd}>
          {WORDS.add}
        </Button>
      ) : null}
    </>
  );
}

const NO_INITIALS: Initials = new Map();

function useInitials(codes: readonly NamedCode[]): Initials {
  const [initials, setInitials] = useState(NO_INITIALS);
  useEffect(() => {
    let isWanted = true;
    void initialsOf(codes).then((found) => {
      if (isWanted) setInitials(found);
    });
    return () => {
      isWanted = false;
    };
  }, [codes]);
  return initials;
}
