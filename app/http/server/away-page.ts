interface Words {
  awayTitle: string;
  awayText: string;
  tryAgain: string;
}

const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** The page for when the database cannot be reached. It needs no database, no build and no script. */
export const awayPage = (lang: string, words: Words): string => `<!doctype html>
<html lang="${escaped(lang)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(words.awayTitle)}</title>
<style>
:root { color-scheme: light dark; --paper: light-dark(#fbf8f2, #171310); --ink: light-dark(#211b15, #f4ede3);
  --soft: light-dark(#574d42, #cbbfb0); --accent: light-dark(#97461a, #e59d6a); }
body { margin: 0; min-height: 100dvh; display: grid; place-content: center; justify-items: center; gap: 1.25rem;
  padding: 2rem; box-sizing: border-box; text-align: center; background: var(--paper); color: var(--ink);
  font: 1.125rem/1.6 'Instrument Sans Variable', system-ui, sans-serif; }
h1 { margin: 0; font: 500 2rem/1.2 'Fraunces Variable', Georgia, serif; }
p { margin: 0; max-inline-size: 34rem; color: var(--soft); }
a { color: var(--accent); }
</style>
</head>
<body>
<svg viewBox="0 0 120 110" width="140" aria-hidden="true"><g fill="none" stroke="var(--accent)" stroke-width="4" stroke-linejoin="round"><path d="M30 46h54l-5 38a10 10 0 0 1-10 9H45a10 10 0 0 1-10-9l-5-38Z"/><path d="M83 54h8a10 10 0 0 1 0 20h-10"/></g><path d="M25 46c2-9 14-12 32-12s30 3 32 12Z" fill="var(--accent)"/></svg>
<h1>${escaped(words.awayTitle)}</h1>
<p>${escaped(words.awayText)}</p>
<p><a href="">${escaped(words.tryAgain)}</a></p>
</body>
</html>
`;
