import type { ReactNode } from "react";
import { Button } from "../ui/button.js";
import { Dialog } from "../ui/dialog.js";
import { Question } from "../ui/question.js";
import type { AskedOf } from "./dialogs.js";
import { packTitle, type PackRow } from "./pack-rows.js";
import { WORDS } from "./wording.js";

/** 模板包: what there is, from where, and ways to add and take away. */
export function PacksDialog({ asked }: { readonly asked: AskedOf<"packs"> }): ReactNode {
  const close = (): void => asked.answer(undefined);
  const words = WORDS.packs;
  return (
    <Dialog
      open
      onClose={close}
      title={words.title}
      description={words.what}
      width="wide"
      actions={
        <>
          <Button onClick={close}>{WORDS.close}</Button>
          <Button look="primary" onClick={() => asked.answer({ kind: "add" })}>
            {words.add}
          </Button>
        </>
      }
    >
      <div className="file-scroll">
        <table className="file-table">
          <thead>
            <tr>
              <th scope="col">{words.name}</th>
              <th scope="col">{words.place}</th>
              <th scope="col">{words.years}</th>
              <th scope="col">{words.from}</th>
              <th scope="col" aria-label={words.remove} />
            </tr>
          </thead>
          <tbody>
            {asked.facts.packs.map((pack) => (
              <Row key={pack.folder} pack={pack} onRemove={() => asked.answer({ kind: "remove", pack })} />
            ))}
          </tbody>
        </table>
      </div>
    </Dialog>
  );
}

function Row({ pack, onRemove }: { readonly pack: PackRow; readonly onRemove: () => void }): ReactNode {
  const { folder, added, head } = pack;
  return (
    <tr>
      <td title={folder}>{head === undefined ? WORDS.packs.broken(folder) : head.title}</td>
      <td>{head?.place}</td>
      <td>{head?.years.join("、")}</td>
      <td>{added ? WORDS.packs.added : WORDS.packs.bundled}</td>
      <td className="pack-action">
        {added ? (
          <Button aria-label={WORDS.packs.removeOne(packTitle(pack))} onClick={onRemove}>
            {WORDS.packs.remove}
          </Button>
        ) : null}
      </td>
    </tr>
  );
}

/** More than this nobody reads; the rest comes when these are put right. */
const NAMED = 100;

/** A folder that is no pack: every problem with its file and place. */
export function PackRefusedDialog({ asked }: { readonly asked: AskedOf<"pack-refused"> }): ReactNode {
  const { name, problems } = asked.facts;
  const close = (): void => asked.answer("close");
  return (
    <Dialog
      open
      onClose={close}
      title={WORDS.packRefused.title(name)}
      description={WORDS.packRefused.text(problems.length)}
      width="wide"
      actions={
        <Button look="primary" onClick={close}>
          {WORDS.close}
        </Button>
      }
    >
      <ul className="pack-problems">
        {problems.slice(0, NAMED).map((problem) => (
          <li key={problem}>{problem}</li>
        ))}
      </ul>
      {problems.length > NAMED ? <p>{WORDS.packRefused.more(problems.length - NAMED)}</p> : null}
    </Dialog>
  );
}

export function ReplacePackQuestion({ asked }: { readonly asked: AskedOf<"replace-pack"> }): ReactNode {
  const { folder, added, head } = asked.facts;
  const { title, text, overBundled, replace } = WORDS.replacePack;
  const sentence = added ? text : overBundled;
  return (
    <Question
      open
      title={title}
      text={sentence(head?.id ?? folder, packTitle(asked.facts))}
      answers={[
        { id: "replace", label: replace, look: "danger" },
        { id: "cancel", label: WORDS.cancel },
      ]}
      escape="cancel"
      onAnswer={asked.answer}
    />
  );
}

export function RemovePackQuestion({ asked }: { readonly asked: AskedOf<"remove-pack"> }): ReactNode {
  const { title, text, remove } = WORDS.removePack;
  return (
    <Question
      open
      title={title}
      text={text(packTitle(asked.facts))}
      answers={[
        { id: "remove", label: remove, look: "danger" },
        { id: "cancel", label: WORDS.cancel },
      ]}
      escape="cancel"
      onAnswer={asked.answer}
    />
  );
}
