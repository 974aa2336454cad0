import { FilePlus2, FolderOpen, LifeBuoy, Package, Table2, X, type LucideIcon } from "lucide-react";
import { useEffect, useState, type ReactNode } from "react";
import type { MenuCommand, RecentFile, Recovery } from "../../shared/host/contract.js";
import { files } from "../files/window-files.js";
import { localTime } from "../files/local-time.js";
import { host } from "../session/host.js";
import { Button, IconButton } from "../ui/button.js";
import { commandEntry, commandName } from "./command-list.js";
import { PANE } from "./panes-cycle.js";
import { runCommand, usePossibleCommands } from "./use-commands.js";
import { WORDS } from "./wording.js";

/** What the window shows while no workbook is open: new, open, the sample, work to recover, and the files opened lately. */
export function StartScreen(): ReactNode {
  const [recent, setRecent] = useState<readonly RecentFile[]>();
  const [left, setLeft] = useState<readonly Recovery[]>([]);
  usePossibleCommands();
  const isBusy = files.isBusy();
  useEffect(() => {
    if (isBusy) return;
    void host().recentFiles().then(setRecent);
    void files.recoverable().then(setLeft);
  }, [isBusy]);
  const forget = (file: RecentFile): void => {
    void host().forgetFile(file.id);
    setRecent(recent?.filter(({ id }) => id !== file.id));
  };
  return (
    <main className="start" aria-label={WORDS.product} {...{ [PANE]: "start" }}>
      <div className="start-page">
        <header className="start-head">
          <h1>{WORDS.product}</h1>
          <p>{WORDS.productLine}</p>
        </header>
        {left.length === 0 ? null : <RecoveryOffer recoveries={left} />}
        <div className="start-columns">
          <nav className="start-ways" aria-label={WORDS.begin}>
            {WAYS.map(([command, Icon, text]) => (
              <StartWay key={command} command={command} icon={Icon} text={text} />
            ))}
          </nav>
          <section className="start-recent" aria-label={WORDS.recent}>
            <h2>{WORDS.recent}</h2>
            {recent?.length === 0 ? <p className="start-none">{WORDS.noRecent}</p> : null}
            <ul>
              {recent?.map((file) => (
                <RecentEntry key={file.id} file={file} onForget={forget} />
              ))}
            </ul>
          </section>
        </div>
      </div>
    </main>
  );
}

const WAYS: readonly (readonly [MenuCommand, LucideIcon, string])[] = [
  ["new", FilePlus2, WORDS.newText],
  ["open", FolderOpen, WORDS.openText],
  ["open-sample", Table2, WORDS.sampleText],
  ["packs", Package, WORDS.packsText],
];

interface StartWayProps {
  readonly command: MenuCommand;
  readonly icon: LucideIcon;
  readonly text: string;
}

function StartWay({ command, icon: Icon, text }: StartWayProps): ReactNode {
  const { keys } = commandEntry(command);
  return (
    <button type="button" className="start-way" onClick={() => runCommand(command)}>
      <Icon size={26} strokeWidth={1.5} aria-hidden />
      <span className="start-way-words">
        <span className="start-way-title">
          {commandName(command)}
          {keys === undefined ? null : <kbd>{keys}</kbd>}
        </span>
        <span className="start-way-text">{text}</span>
      </span>
    </button>
  );
}

/** One file opened lately: whose it is, of which year, in which state, and where it lies. */
function RecentEntry({
  file,
  onForget,
}: {
  readonly file: RecentFile;
  readonly onForget: (file: RecentFile) => void;
}): ReactNode {
  return (
    <li className="recent" data-gone={file.exists ? undefined : true}>
      <button type="button" className="recent-open" onClick={() => void files.openKnown(file.id, file.name)}>
        <span className="recent-first">
          <span className="recent-department">{file.department === "" ? WORDS.unnamed : file.department}</span>
          <span className="recent-year">{WORDS.fiscalYear(file.year)}</span>
          <State file={file} />
        </span>
        <span className="recent-second">
          <span className="recent-file">{file.name}</span>
          <span className="recent-folder">{file.folder}</span>
          <time dateTime={file.at}>{localTime(file.at)}</time>
        </span>
      </button>
      <IconButton
        label={WORDS.forget(file.name)}
        icon={<X size={14} aria-hidden />}
        onClick={() => {
          onForget(file);
        }}
      />
    </li>
  );
}

function State({ file: { exists, errors, explanations } }: { readonly file: RecentFile }): ReactNode {
  if (!exists) return <span className="recent-state">{WORDS.gone}</span>;
  if (errors > 0)
    return (
      <span className="recent-state" data-state="error">
        {WORDS.errors(errors)}
      </span>
    );
  if (explanations > 0)
    return (
      <span className="recent-state" data-state="explain">
        {WORDS.explanations(explanations)}
      </span>
    );
  return (
    <span className="recent-state" data-state="complete">
      {WORDS.checked}
    </span>
  );
}

function RecoveryOffer({ recoveries }: { readonly recoveries: readonly Recovery[] }): ReactNode {
  return (
    <section className="start-recovery" aria-label={WORDS.recovery}>
      <LifeBuoy size={22} strokeWidth={1.6} aria-hidden />
      <div className="start-recovery-words">
        <h2>{WORDS.recovery}</h2>
        <p>{WORDS.recoveryText}</p>
        <ul>
          {recoveries.map((recovery) => (
            <li key={recovery.id}>
              <span className="start-recovery-name">{WORDS.recoveryName(recovery.name, recovery.department)}</span>
              <span className="start-recovery-facts">
                {WORDS.recoveryFacts(localTime(recovery.at), recovery.entries)}
              </span>
              <Button onClick={() => void files.recover(recovery)}>{WORDS.recover}</Button>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}
