import { CSPProvider } from "@base-ui/react/csp-provider";
import { Tooltip } from "@base-ui/react/tooltip";
import type { ReactNode } from "react";

/**
 * What the component library needs around the window: it writes no style element of its own (the page's policy lets styles in
 * from files only; ui.css has the two rules it would write), and tooltips wait alike.
 */
export function LibraryFrame({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <CSPProvider disableStyleElements>
      <Tooltip.Provider delay={500} closeDelay={0}>
        {children}
      </Tooltip.Provider>
    </CSPProvider>
  );
}
