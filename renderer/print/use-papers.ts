import { useEffect, useState } from "react";
import { openPapers, type Papers } from "./pdf-papers.js";

/** Papers and the PDF they are of. */
export interface OpenedPapers extends Papers {
  readonly pdf: Uint8Array;
}

/** The pages of a PDF; those of the one before stay until the new ones are there. Undefined while there are none. */
export function usePapers(pdf: Uint8Array | undefined): OpenedPapers | undefined {
  const [papers, setPapers] = useState<OpenedPapers>();
  useEffect(() => {
    if (pdf === undefined) {
      setPapers(undefined);
      return undefined;
    }
    let wanted = true;
    void openPapers(pdf).then((opened) => {
      if (wanted) setPapers({ ...opened, pdf });
      else opened.close();
    });
    return () => {
      wanted = false;
    };
  }, [pdf]);
  useEffect(() => () => papers?.close(), [papers]);
  return papers;
}
