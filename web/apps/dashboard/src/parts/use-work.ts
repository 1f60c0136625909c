import { useCallback, useState } from "react";
import { isOwnChoice } from "../failure-words.js";

/** Something a button started: whether it runs, and what went wrong the last time. */
export function useWork() {
  const [isRunning, setRunning] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const run = useCallback(async (work: () => Promise<void>) => {
    setRunning(true);
    setError(null);
    try {
      await work();
    } catch (thrown) {
      setError(thrown);
    } finally {
      setRunning(false);
    }
  }, []);
  return { isRunning, error, run, wasOwnChoice: error !== null && isOwnChoice(error) };
}
