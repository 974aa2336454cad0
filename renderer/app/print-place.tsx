import type { ReactNode } from "react";
import { files } from "../files/window-files.js";
import { hostFailureText } from "../files/wording.js";
import { PrintPage } from "../print/print-page.js";
import type { OpenDocument } from "../session/document-store.js";
import type { StandingView, View } from "./view.js";

export interface PrintPlaceProps {
  readonly document: OpenDocument;
  /** What the page was opened from, and leads back to. */
  readonly back: StandingView;
  readonly onView: (view: View) => void;
}

/** The print page with what it needs of files and their sentences. */
export function PrintPlace({ document, back, onView }: PrintPlaceProps): ReactNode {
  return (
    <PrintPage
      document={document}
      front={back.kind === "form" ? { form: back.form } : { narrative: back.kind === "narrative" }}
      onBack={() => onView(back)}
      onPrint={(html, pdf) => files.print(html, pdf)}
      onSavePdf={(name, pdf) => files.savePdf(name, pdf)}
      hostFailureText={hostFailureText}
    />
  );
}
