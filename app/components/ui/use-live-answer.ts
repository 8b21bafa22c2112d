import { useCallback, useEffect, useRef, useState } from 'react';

const waitMs = 120;

/** What the server says of something that is being typed, asked again shortly after each change; the newest question
 *  counts, and what was asked before it is given up. A question changes nothing and no page hangs on it, so that it is
 *  asked beside the router: where it fails, the last answer stays. */
export function useLiveAnswer<Answer>() {
  const [answer, setAnswer] = useState<Answer>();
  const waiting = useRef<ReturnType<typeof setTimeout>>();
  const underWay = useRef<AbortController>();
  const giveUp = useCallback(() => {
    clearTimeout(waiting.current);
    underWay.current?.abort();
  }, []);
  useEffect(() => giveUp, [giveUp]);
  const ask = useCallback(
    (path: string, said: URLSearchParams) => {
      giveUp();
      waiting.current = setTimeout(() => {
        const question = new AbortController();
        underWay.current = question;
        fetch(`${path}?${said.toString()}`, { signal: question.signal, headers: { Accept: 'application/json' } })
          .then((reply) => (reply.ok ? (reply.json() as Promise<Answer>) : undefined))
          .then((said) => said !== undefined && !question.signal.aborted && setAnswer(said))
          .catch(() => {});
      }, waitMs);
    },
    [giveUp],
  );
  const forget = useCallback(() => {
    giveUp();
    setAnswer(undefined);
  }, [giveUp]);
  return { answer, ask, forget };
}

/** The fields of a form as a question; for whom the page was made is no part of it. */
export const questionOf = (form: HTMLFormElement): URLSearchParams =>
  new URLSearchParams(
    [...new FormData(form)].flatMap(([name, value]) =>
      typeof value === 'string' && name !== 'buying_as' ? [[name, value]] : [],
    ),
  );
