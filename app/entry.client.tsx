import { RemixBrowser } from '@remix-run/react';
import { StrictMode, startTransition } from 'react';
import { hydrateRoot } from 'react-dom/client';

// RemixBrowser suspends the whole page until what the server sent along is decoded, by throwing that promise. React cannot
// answer a click on a page that is suspended as a whole: it throws its error 345. So the page is asked once before.
try {
  RemixBrowser({});
} catch (decoding) {
  await decoding;
}
startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <RemixBrowser />
    </StrictMode>,
  );
});
