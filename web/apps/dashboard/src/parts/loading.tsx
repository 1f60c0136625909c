import { useEffect, useState } from "react";
import { words } from "../words.js";

/** Nothing for 300 ms, then the shape of what is coming. */
export function Loading({ rows = 3 }: { rows?: number }) {
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), 300);
    return () => clearTimeout(timer);
  }, []);
  if (!isSlow) {
    return null;
  }
  return (
    <div className="stack" aria-busy="true">
      <span className="sr">{words.loading}</span>
      {Array.from({ length: rows }, (_, i) => `row ${i}`).map((row) => (
        <div key={row} className="skeleton" aria-hidden="true" />
      ))}
    </div>
  );
}
