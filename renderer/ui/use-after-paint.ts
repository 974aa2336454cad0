import { startTransition, useEffect, useState } from "react";

/**
 * A value one frame behind: what a gesture changed in the sheet is painted first, then lists and counts follow. While gestures
 * come faster than frames, only the last of them is followed.
 */
export function useAfterPaint<Value>(value: Value): Value {
  const [followed, follow] = useState(value);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const frame = requestAnimationFrame(() => {
      // The frame is handed over when the task after this one runs.
      timer = setTimeout(() => startTransition(() => follow(() => value)));
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [value]);
  return followed;
}
