import { History } from "lucide-react";
import type { ReactNode } from "react";
import { commands, desk } from "../session/window-store.js";
import { Button } from "../ui/button.js";
import { WORDS } from "./wording.js";

interface LastYearTextProps {
  readonly element: string;
  /** The text is taken over into the field, to be changed there. */
  readonly onUse: (text: string) => void;
}

/** What was written last year, one click away; where it is not known, the way to last year's workbook. */
export function LastYearText({ element, onUse }: LastYearTextProps): ReactNode {
  const text = desk.lastYearText(element)?.trim() ?? "";
  if (text === "") {
    return (
      <p className="narrative-card-last">
        <Button look="link" icon={<History size={13} aria-hidden />} onClick={() => commands.run("take-previous")}>
          {WORDS.fetchLastYear}
        </Button>
      </p>
    );
  }
  return (
    <div className="narrative-card-last">
      <span className="narrative-card-label">{WORDS.lastYearText}</span>
      <q>{text}</q>
      <Button
        icon={<History size={13} aria-hidden />}
        onClick={() => {
          onUse(text);
        }}
      >
        {WORDS.useLastYear}
      </Button>
    </div>
  );
}
