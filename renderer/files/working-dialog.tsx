import { useEffect, useState, type ReactNode } from "react";
import { Dialog } from "../ui/dialog.js";
import { Button } from "../ui/button.js";
import type { Working } from "./dialogs.js";
import { WORDS } from "./wording.js";

/** Work that is over sooner is not worth a dialog. */
const PATIENCE_MS = 300;

/** Long work: what is being done, its step, and how to stop it. */
export function WorkingDialog({ working }: { readonly working: Working }): ReactNode {
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <Dialog
      open={isLong}
      onClose={working.cancel}
      title={working.what}
      width="narrow"
      closeLabel={WORDS.cancel}
      actions={<Button onClick={working.cancel}>{WORDS.cancel}</Button>}
    >
      <p role="status" className="file-step">
        {working.step ?? ""}
      </p>
      <div className="file-progress" aria-hidden />
    </Dialog>
  );
}
