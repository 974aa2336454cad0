import { ClipboardCopy, RotateCcw } from "lucide-react";
import { Component, useState, type ErrorInfo, type ReactNode } from "react";
import { host } from "../session/host.js";
import { Button } from "../ui/button.js";
import { WORDS } from "./wording.js";

interface Caught {
  readonly report: string | undefined;
}

/**
 * The window's one boundary for defects: it shows 程序内部错误 with a report to copy. The workbook is safe, every gesture stands in the
 * recovery journal.
 */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, Caught> {
  override state: Caught = { report: undefined };
  private readonly onRejection = (event: PromiseRejectionEvent): void => {
    this.setState({ report: reportOf(event.reason, "") });
  };
  private readonly onError = (event: ErrorEvent): void => {
    this.setState({ report: reportOf(event.error ?? event.message, "") });
  };

  static getDerivedStateFromError(error: unknown): Caught {
    return { report: reportOf(error, "") };
  }

  override componentDidMount(): void {
    window.addEventListener("unhandledrejection", this.onRejection);
    window.addEventListener("error", this.onError);
  }

  override componentWillUnmount(): void {
    window.removeEventListener("unhandledrejection", this.onRejection);
    window.removeEventListener("error", this.onError);
  }

  override componentDidCatch(error: unknown, { componentStack }: ErrorInfo): void {
    this.setState({ report: reportOf(error, componentStack ?? "") });
  }

  override render(): ReactNode {
    const { report } = this.state;
    return report === undefined ? this.props.children : <DefectScreen report={report} />;
  }
}

/** What support needs: what was thrown and where. No figure of the workbook is in it. */
export function reportOf(thrown: unknown, where: string): string {
  const text = thrown instanceof Error ? (thrown.stack ?? `${thrown.name}: ${thrown.message}`) : String(thrown);
  return [WORDS.product, text, where.trim()].filter((part) => part !== "").join("\n\n");
}

function DefectScreen({ report }: { readonly report: string }): ReactNode {
  const [copied, setCopied] = useState(false);
  return (
    <main className="defect" aria-label={WORDS.defectTitle}>
      <h1>{WORDS.defectTitle}</h1>
      <p>{WORDS.defectText}</p>
      <textarea className="defect-report" readOnly value={report} rows={14} aria-label={WORDS.copyReport} />
      <div className="defect-actions">
        <Button
          icon={<ClipboardCopy size={15} aria-hidden />}
          onClick={() => {
            void navigator.clipboard.writeText(report).then(() => {
              setCopied(true);
            });
          }}
        >
          {copied ? WORDS.copied : WORDS.copyReport}
        </Button>
        <Button
          look="primary"
          icon={<RotateCcw size={15} aria-hidden />}
          onClick={() => {
            // Not location.reload(): the page may not leave its address by itself, and its journal must be let go first.
            void host().leavePage("restart");
          }}
        >
          {WORDS.restart}
        </Button>
      </div>
    </main>
  );
}
