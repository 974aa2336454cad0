import { Toast } from "@base-ui/react/toast";
import { CircleAlert, CircleCheck, Info, X } from "lucide-react";
import type { ComponentProps, ReactNode } from "react";

/** A short word about what just happened. */
export interface Notice {
  readonly kind: "done" | "info" | "problem";
  readonly title: string;
  readonly text?: string;
  /** A button of the notice, such as 撤销. */
  readonly action?: { readonly label: string; readonly onSelect: () => void };
}

/** Shows notices from anywhere in the window; {@link Notices} draws them. */
export interface NoticeBoard {
  show(notice: Notice): void;
}

type Manager = NonNullable<ComponentProps<typeof Toast.Provider>["toastManager"]>;

/** A notice board and the manager behind it. One for the whole window. */
export function createNoticeBoard(): NoticeBoard & { readonly manager: Manager } {
  const manager: Manager = Toast.createToastManager();
  return {
    manager,
    show: ({ kind, title, text, action }) => {
      manager.add({
        type: kind,
        title,
        description: text,
        // What went wrong stays until it was read.
        timeout: kind === "problem" ? 0 : 5000,
        priority: kind === "problem" ? "high" : "low",
        ...(action === undefined ? {} : { actionProps: { children: action.label, onClick: action.onSelect } }),
      });
    },
  };
}

const ICONS = {
  done: <CircleCheck size={18} aria-hidden />,
  info: <Info size={18} aria-hidden />,
  problem: <CircleAlert size={18} aria-hidden />,
};

export interface NoticesProps {
  readonly board: ReturnType<typeof createNoticeBoard>;
  readonly closeLabel: string;
  readonly children: ReactNode;
}

/** The place notices appear in, around the window. */
export function Notices({ board, closeLabel, children }: NoticesProps): ReactNode {
  return (
    <Toast.Provider toastManager={board.manager} limit={4}>
      {children}
      <Toast.Portal>
        <Toast.Viewport className="toasts">
          <ToastList closeLabel={closeLabel} />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}

function ToastList({ closeLabel }: { readonly closeLabel: string }): ReactNode {
  const { toasts } = Toast.useToastManager();
  return toasts.map((toast) => (
    <Toast.Root key={toast.id} toast={toast} className="toast" data-kind={toast.type} swipeDirection={[]}>
      <Toast.Content className="toast-content">
        <span className="toast-icon">
          {ICONS[toast.type === "done" || toast.type === "problem" ? toast.type : "info"]}
        </span>
        <div className="toast-words">
          <Toast.Title className="toast-title" />
          <Toast.Description className="toast-text" />
        </div>
        {toast.actionProps === undefined ? null : <Toast.Action className="button" data-look="plain" />}
        <Toast.Close className="icon-button" aria-label={closeLabel}>
          <X size={14} aria-hidden />
        </Toast.Close>
      </Toast.Content>
    </Toast.Root>
  ));
}
