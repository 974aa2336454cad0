import { ArrowDown, ArrowUp, X } from "lucide-react";
import { useEffect, useRef, useSyncExternalStore, type ReactNode } from "react";
import { Button, IconButton } from "../ui/button.js";
import type { FindBarState } from "./find-bar-state.js";
import type { SheetDesk } from "./sheet-desk.js";
import { FIND } from "./wording.js";

/** The search bar above the sheet: Enter goes on, Shift+Enter back, Esc closes. */
export function FindBar({ desk }: { readonly desk: SheetDesk }): ReactNode {
  const { find } = desk;
  const { isOpen, withReplace, text, replacement, allTables } = useSyncExternalStore(desk.subscribe, () =>
    find.value(),
  );
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (isOpen) field.current?.select();
  }, [isOpen, withReplace]);
  if (!isOpen) return null;
  return (
    <search
      className="sheet-find"
      aria-label={FIND.bar}
      onKeyDown={(event) => {
        if (event.key === "Escape") find.close();
      }}
    >
      <input
        ref={field}
        autoFocus
        aria-label={FIND.find}
        placeholder={FIND.find}
        value={text}
        onChange={(event) => {
          find.set({ text: event.target.value });
        }}
        onKeyDown={(event) => {
          if (event.key === "Enter" && !event.nativeEvent.isComposing) find.next(event.shiftKey ? -1 : 1);
        }}
      />
      <IconButton label={FIND.previous} icon={<ArrowUp size={14} aria-hidden />} onClick={() => find.next(-1)} />
      <IconButton label={FIND.next} icon={<ArrowDown size={14} aria-hidden />} onClick={() => find.next(1)} />
      {withReplace ? <ReplaceFields find={find} replacement={replacement} /> : null}
      <label className="sheet-find-scope">
        <input
          type="checkbox"
          checked={allTables}
          onChange={(event) => {
            find.set({ allTables: event.target.checked });
          }}
        />
        {FIND.allTables}
      </label>
      <IconButton label={FIND.close} icon={<X size={14} aria-hidden />} onClick={() => find.close()} />
    </search>
  );
}

function ReplaceFields({
  find,
  replacement,
}: {
  readonly find: FindBarState;
  readonly replacement: string;
}): ReactNode {
  return (
    <>
      <input
        aria-label={FIND.replaceWith}
        placeholder={FIND.replaceWith}
        value={replacement}
        onChange={(event) => {
          find.set({ replacement: event.target.value });
        }}
      />
      <Button onClick={() => find.replaceOne()}>{FIND.replace}</Button>
      <Button onClick={() => find.replaceAll()}>{FIND.replaceAll}</Button>
    </>
  );
}
