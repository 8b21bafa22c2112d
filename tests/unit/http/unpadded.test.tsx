import { buffer } from 'node:stream/consumers';
import { renderToPipeableStream, renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { unpadded } from '#app/http/unpadded.server.ts';

test('a character at the end of a piece comes whole, with nothing between it and the next', async () => {
  const page = (
    <ul>
      {Array.from({ length: 400 }, (_, at) => (
        <li key={at} title={'a'.repeat(at % 7)}>
          {'…⟧€'.repeat(9)}
        </li>
      ))}
    </ul>
  );
  const sent = unpadded();
  renderToPipeableStream(page).pipe(sent);
  expect((await buffer(sent)).toString('utf8')).toBe(renderToStaticMarkup(page));
});
