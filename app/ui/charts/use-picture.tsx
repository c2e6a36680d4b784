import { type ComponentType, type ReactNode, useEffect, useRef, useState } from "react";

type PictureModule<Props> = { Picture: ComponentType<Props & { width: number }> };

/**
 * Fetches a chart's drawing code once the page is idle and draws it as wide as its box. Returns null until then,
 * and for good where the code cannot be had: the sentence and the table are there anyway.
 */
export function usePicture<Props extends object>(
  load: () => Promise<PictureModule<Props>>,
  props: Props,
): ReactNode {
  const [drawing, setDrawing] = useState<PictureModule<Props> | null>(null);
  const loader = useRef(load);
  useEffect(() => {
    let wanted = true;
    const cancel = whenIdle(() => {
      loader.current().then(
        (module) => wanted && setDrawing(module),
        () => undefined,
      );
    });
    return () => {
      wanted = false;
      cancel();
    };
  }, []);
  if (!drawing) return null;
  return <Measured>{(width) => <drawing.Picture {...props} width={width} />}</Measured>;
}

/** Tells its content how wide it may be, again whenever that changes. */
function Measured({ children }: { children: (width: number) => ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setWidth(Math.floor(element.clientWidth)));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return <div ref={box}>{width > 0 ? children(width) : null}</div>;
}

function whenIdle(act: () => void): () => void {
  if (typeof window.requestIdleCallback !== "function") {
    const timer = window.setTimeout(act, 200);
    return () => window.clearTimeout(timer);
  }
  const handle = window.requestIdleCallback(act, { timeout: 2000 });
  return () => window.cancelIdleCallback(handle);
}
