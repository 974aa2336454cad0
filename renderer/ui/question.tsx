import { AlertDialog } from "@base-ui/react/alert-dialog";
import type { ReactNode } from "react";
import { Button, type ButtonProps } from "./button.js";
import { focusHome } from "./focus-home.js";

/** One answer to a question. */
export interface Answer<Id extends string> {
  readonly id: Id;
  readonly label: string;
  readonly look?: NonNullable<ButtonProps["look"]>;
}

export interface QuestionProps<Id extends string> {
  readonly open: boolean;
  readonly title: string;
  readonly text: ReactNode;
  /** Answers from left to right; the last one is the usual one and has the focus. */
  readonly answers: readonly Answer<Id>[];
  /** What Escape means. */
  readonly escape: Id;
  readonly onAnswer: (id: Id) => void;
}

/** A question that must be answered before the work goes on. */
export function Question<Id extends string>(props: QuestionProps<Id>): ReactNode {
  const { open, title, text, answers, escape, onAnswer } = props;
  const usual = answers.at(-1)?.id;
  return (
    <AlertDialog.Root
      open={open}
      onOpenChange={(next) => {
        if (!next) onAnswer(escape);
      }}
    >
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className="backdrop" />
        <AlertDialog.Popup className="dialog" data-width="narrow" finalFocus={focusHome}>
          <header className="dialog-head">
            <AlertDialog.Title className="dialog-title">{title}</AlertDialog.Title>
          </header>
          <div className="dialog-body">
            <AlertDialog.Description className="dialog-description" render={<div />}>
              {text}
            </AlertDialog.Description>
          </div>
          <footer className="dialog-actions">
            {answers.map(({ id, label, look }) => (
              <Button
                key={id}
                look={look ?? (id === usual ? "primary" : "plain")}
                autoFocus={id === usual}
                onClick={() => {
                  onAnswer(id);
                }}
              >
                {label}
              </Button>
            ))}
          </footer>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
