import { useSyncExternalStore, type ReactNode } from "react";
import { Question } from "../ui/question.js";
import type { Asked, AskedOf, FailureWay, Silence } from "./dialogs.js";
import { ErrorsStandDialog, ExportDialog } from "./export-dialogs.js";
import { NewDialog } from "./new-dialog.js";
import { PackRefusedDialog, PacksDialog, RemovePackQuestion, ReplacePackQuestion } from "./packs-dialogs.js";
import { PreviousDialog } from "./previous-dialog.js";
import { PublishDialog } from "./publish-dialog.js";
import { PublishedDialog } from "./published-dialog.js";
import { RecoveriesDialog, RecoveryDialog } from "./recovery-dialogs.js";
import { UnknownFormDialog } from "./unknown-form-dialog.js";
import { files } from "./window-files.js";
import { WorkingDialog } from "./working-dialog.js";
import { WORDS } from "./wording.js";
import "./files.css";
import "./publish.css";

/** Everything the flows about files ask and show; to be mounted once, above the screens. */
export function FileDialogs(): ReactNode {
  const { asked, working, silence } = useSyncExternalStore(subscribe, () => files.dialogs.current());
  return (
    <>
      {working === undefined || silence !== undefined ? null : <WorkingDialog working={working} />}
      {asked === undefined ? null : <AskedDialog key={asked.id} asked={asked} />}
      {silence === undefined || asked !== undefined ? null : <SilenceQuestion answer={silence.answer} />}
    </>
  );
}

function subscribe(listener: () => void): () => void {
  return files.dialogs.subscribe(listener);
}

function AskedDialog({ asked }: { readonly asked: Asked }): ReactNode {
  switch (asked.kind) {
    case "unsaved":
      return <UnsavedQuestion asked={asked} />;
    case "changed-on-disk":
      return <ChangedQuestion asked={asked} />;
    case "failure":
      return <FailureQuestion asked={asked} />;
    case "unknown-form":
      return <UnknownFormDialog asked={asked} />;
    case "new":
      return <NewDialog asked={asked} />;
    case "export":
      return <ExportDialog asked={asked} />;
    case "errors-stand":
      return <ErrorsStandDialog asked={asked} />;
    case "publish":
      return <PublishDialog asked={asked} />;
    case "published":
      return <PublishedDialog asked={asked} />;
    case "packs":
      return <PacksDialog asked={asked} />;
    case "pack-refused":
      return <PackRefusedDialog asked={asked} />;
    case "replace-pack":
      return <ReplacePackQuestion asked={asked} />;
    case "remove-pack":
      return <RemovePackQuestion asked={asked} />;
    case "recoveries":
      return <RecoveriesDialog asked={asked} />;
    case "recovery":
      return <RecoveryDialog asked={asked} />;
    case "previous":
      return <PreviousDialog asked={asked} />;
  }
}

function SilenceQuestion({ answer }: Silence): ReactNode {
  const { title, text, restart, wait } = WORDS.silence;
  return (
    <Question
      open
      title={title}
      text={text}
      answers={[
        { id: "restart", label: restart },
        { id: "wait", label: wait },
      ]}
      escape="wait"
      onAnswer={answer}
    />
  );
}

function UnsavedQuestion({ asked }: { readonly asked: AskedOf<"unsaved"> }): ReactNode {
  const { title, text, save, discard, cancel } = WORDS.unsaved;
  return (
    <Question
      open
      title={title}
      text={text(asked.facts.name)}
      answers={[
        { id: "cancel", label: cancel },
        { id: "discard", label: discard, look: "danger" },
        { id: "save", label: save },
      ]}
      escape="cancel"
      onAnswer={asked.answer}
    />
  );
}

function ChangedQuestion({ asked }: { readonly asked: AskedOf<"changed-on-disk"> }): ReactNode {
  const { title, text, overwrite, saveAs, cancel } = WORDS.changedOnDisk;
  return (
    <Question
      open
      title={title}
      text={text(asked.facts.name)}
      answers={[
        { id: "cancel", label: cancel },
        { id: "overwrite", label: overwrite, look: "danger" },
        { id: "save-as", label: saveAs },
      ]}
      escape="cancel"
      onAnswer={asked.answer}
    />
  );
}

const WAYS: Readonly<Record<FailureWay, string>> = {
  retry: WORDS.retry,
  "save-as": WORDS.saveAs,
  forget: WORDS.forget,
  "restart-page": WORDS.restartPage,
};

function FailureQuestion({ asked }: { readonly asked: AskedOf<"failure"> }): ReactNode {
  const { title, text, ways } = asked.facts;
  return (
    <Question
      open
      title={title}
      text={text}
      answers={[{ id: "close", label: WORDS.close }, ...ways.map((way) => ({ id: way, label: WAYS[way] }) as const)]}
      escape="close"
      onAnswer={asked.answer}
    />
  );
}
