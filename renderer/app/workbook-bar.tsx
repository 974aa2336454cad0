import { memo, type ReactNode } from "react";
import { commands } from "../session/window-store.js";
import { useAfterPaint } from "../ui/use-after-paint.js";
import { DocumentTitle } from "./document-title.js";
import { ToolBar } from "./tool-bar.js";
import { runCommand, usePossibleCommands } from "./use-commands.js";

interface BarProps {
  readonly department: string;
  readonly year: number;
  readonly file: string;
  readonly folder: string;
  /** Whether the findings and the overview are shown. */
  readonly findings: boolean;
  readonly overview: boolean;
}

/** Bar and menus of the open workbook, a beat behind the sheet: what a gesture makes possible is drawn after its figures. */
export const WorkbookBar = memo(function WorkbookBar(props: BarProps): ReactNode {
  return <PossibleBar {...props} possible={useAfterPaint(usePossibleCommands())} />;
});

interface PossibleBarProps extends BarProps {
  /** The commands that are possible: the bar is drawn anew when they change. */
  readonly possible: string;
}

const PossibleBar = memo(function PossibleBar(props: PossibleBarProps): ReactNode {
  const { department, year, file, folder, findings, overview } = props;
  return (
    <ToolBar desk={COMMAND_DESK} shown={{ "show-findings": findings, "show-overview": overview }}>
      <DocumentTitle department={department} year={year} file={file} folder={folder} />
    </ToolBar>
  );
});

const COMMAND_DESK = { possible: commands.possible.bind(commands), run: runCommand };
