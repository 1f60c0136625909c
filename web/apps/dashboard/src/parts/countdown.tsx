import { useEffect, useState } from "react";
import { fromNow, refreshAfter } from "../dates.js";

/** The time now, renewed as often as the distance to a moment needs it. */
export function useNow(until: number): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setTimeout(() => setNow(Date.now()), refreshAfter(until, now));
    return () => clearTimeout(timer);
  }, [until, now]);
  return now;
}

/** "in 4 years", counting. It is not announced: a reader would hear nothing else. */
export function Countdown({ until }: { until: number }) {
  return <span>{fromNow(until, useNow(until))}</span>;
}
