import { Tabs as Base } from "@base-ui/react/tabs";
import type { ReactNode } from "react";

export interface TabSpec<Id extends string> {
  readonly id: Id;
  readonly label: ReactNode;
  readonly content: ReactNode;
}

export interface TabsProps<Id extends string> {
  readonly label: string;
  readonly value: Id;
  readonly tabs: readonly TabSpec<Id>[];
  readonly onValue: (id: Id) => void;
}

/** Tabs with what belongs to each below them. */
export function Tabs<Id extends string>({ label, value, tabs, onValue }: TabsProps<Id>): ReactNode {
  return (
    <Base.Root
      className="tabs"
      value={value}
      onValueChange={(next: Id) => {
        onValue(next);
      }}
    >
      <Base.List className="tab-list" aria-label={label}>
        {tabs.map((tab) => (
          <Base.Tab key={tab.id} value={tab.id} className="tab">
            {tab.label}
          </Base.Tab>
        ))}
      </Base.List>
      {tabs.map((tab) => (
        <Base.Panel key={tab.id} value={tab.id} className="tab-panel">
          {tab.content}
        </Base.Panel>
      ))}
    </Base.Root>
  );
}
