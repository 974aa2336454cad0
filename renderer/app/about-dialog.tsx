import { useEffect, useState, type ReactNode } from "react";
import type { About, Host } from "../../shared/host/contract.js";
import { Button } from "../ui/button.js";
import { Dialog } from "../ui/dialog.js";
import { WORDS } from "./wording.js";

export interface DialogSwitch {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** What program this is, with the versions a report of a defect needs. */
export function AboutDialog({ open, onClose, host }: DialogSwitch & { readonly host: Pick<Host, "about"> }): ReactNode {
  const [about, setAbout] = useState<About>();
  useEffect(() => {
    if (open) void host.about().then(setAbout);
  }, [open, host]);
  const versions: readonly (readonly [string, string])[] =
    about === undefined
      ? []
      : [
          [WORDS.version, about.version],
          ["Electron", about.electron],
          ["Chromium", about.chrome],
          ["Node.js", about.node],
        ];
  const text = versions.map(([name, version]) => `${name} ${version}`).join("\n");
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={WORDS.aboutTitle}
      width="narrow"
      actions={
        <>
          <Button onClick={() => void navigator.clipboard.writeText(`${WORDS.product}\n${text}`)}>
            {WORDS.copyReport}
          </Button>
          <Button look="primary" onClick={onClose}>
            {WORDS.close}
          </Button>
        </>
      }
    >
      <div className="about">
        <p className="about-name">{WORDS.product}</p>
        <p className="about-line">{WORDS.productLine}</p>
        <dl className="about-versions">
          {versions.map(([name, version]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{version}</dd>
            </div>
          ))}
        </dl>
      </div>
    </Dialog>
  );
}
