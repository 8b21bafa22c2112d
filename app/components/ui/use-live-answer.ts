import { useFetcher } from '@remix-run/react';
import { useEffect, useRef, useState } from 'react';

const waitMs = 120;

/** What the server says of a form as it stands, asked again shortly after each change. One question at a time: of two
 *  under way, the answer to the earlier one may come last and would stay. */
export function useLiveAnswer<Answer>() {
  const fetcher = useFetcher<Answer>();
  const waiting = useRef<ReturnType<typeof setTimeout>>();
  const [wanted, setWanted] = useState<string>();
  const asked = useRef<string>();
  useEffect(() => {
    if (!wanted || wanted === asked.current || fetcher.state !== 'idle') return;
    asked.current = wanted;
    fetcher.load(wanted);
  }, [wanted, fetcher]);
  const ask = (path: string, form: HTMLFormElement) => {
    clearTimeout(waiting.current);
    waiting.current = setTimeout(() => {
      const said = [...new FormData(form)].flatMap(([name, value]) =>
        typeof value === 'string' && name !== 'buying_as' ? [[name, value]] : [],
      );
      setWanted(`${path}?${new URLSearchParams(said).toString()}`);
    }, waitMs);
  };
  return { answer: fetcher.data, ask };
}
