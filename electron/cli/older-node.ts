/**
 * Imported before the library that reads PDFs. It uses a function of ES2024 that Node 22 and Electron have and Node 20 has not; the
 * command line still runs on Node 20.
 */
if (!("withResolvers" in Promise)) {
  Object.defineProperty(Promise, "withResolvers", {
    configurable: true,
    writable: true,
    value: () => {
      let settle:
        { readonly resolve: (value: unknown) => void; readonly reject: (reason: unknown) => void } | undefined;
      const promise = new Promise((resolve, reject) => {
        settle = { resolve, reject };
      });
      return { promise, ...settle };
    },
  });
}
