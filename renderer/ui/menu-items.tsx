import { Menu } from "@base-ui/react/menu";
import { Check } from "lucide-react";
import type { ReactNode } from "react";

/** One line of a menu. */
export type MenuEntry =
  | {
      readonly kind: "item";
      readonly id: string;
      readonly label: string;
      /** The keys that do the same, as people read them: Ctrl+S. */
      readonly keys?: string;
      readonly disabled?: boolean;
      /** What more there is to say of it, such as why it is disabled. */
      readonly hint?: string;
      /** For lines that switch something: whether it is on. */
      readonly checked?: boolean;
      readonly onSelect: () => void;
    }
  | { readonly kind: "separator"; readonly id: string };

/** The lines of a menu, a menu bar's or a context menu's. */
export function MenuItems({ entries }: { readonly entries: readonly MenuEntry[] }): ReactNode {
  return entries.map((entry) =>
    entry.kind === "separator" ? (
      <Menu.Separator key={entry.id} className="menu-separator" />
    ) : entry.checked === undefined ? (
      <Menu.Item
        key={entry.id}
        className="menu-item"
        disabled={entry.disabled ?? false}
        title={entry.hint}
        onClick={entry.onSelect}
      >
        <MenuLine label={entry.label} {...(entry.keys === undefined ? {} : { keys: entry.keys })} />
      </Menu.Item>
    ) : (
      <Menu.CheckboxItem
        key={entry.id}
        className="menu-item"
        disabled={entry.disabled ?? false}
        title={entry.hint}
        checked={entry.checked}
        onCheckedChange={entry.onSelect}
        closeOnClick
      >
        <Menu.CheckboxItemIndicator className="menu-check">
          <Check size={14} aria-hidden />
        </Menu.CheckboxItemIndicator>
        <MenuLine label={entry.label} {...(entry.keys === undefined ? {} : { keys: entry.keys })} />
      </Menu.CheckboxItem>
    ),
  );
}

function MenuLine({ label, keys }: { readonly label: string; readonly keys?: string }): ReactNode {
  return (
    <>
      <span className="menu-label">{label}</span>
      {keys === undefined ? null : (
        <span className="menu-keys" aria-hidden>
          {keys}
        </span>
      )}
    </>
  );
}
