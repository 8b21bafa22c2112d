import './app.css';
import { type LinksFunction, type LoaderFunctionArgs, type MetaFunction, data } from '@remix-run/node';
import {
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useLoaderData,
  useLocation,
  useRouteError,
  useRouteLoaderData,
} from '@remix-run/react';
import sansFont from '@fontsource-variable/instrument-sans/files/instrument-sans-latin-wght-normal.woff2?url';
import type { ReactNode } from 'react';
import { WordsProvider } from './components/i18n/words';
import { FaultPage } from './components/shell/fault-page';
import { useNonce } from './components/shell/nonce';
import { localeOfPath, locales } from './domain/i18n/locales';
import { readShell } from './http/shell.server';
import { areasOfPath } from './messages/route-areas.server';
import { wordsOf } from './messages/translate.server';

export const meta: MetaFunction = () => [{ title: 'Tradepost' }];

export const links: LinksFunction = () => [
  { rel: 'preload', href: sansFont, as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
  { rel: 'apple-touch-icon', href: '/icons/apple-touch-icon.png' },
  { rel: 'manifest', href: '/manifest.webmanifest' },
];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { pathname } = new URL(request.url);
  const { shell, headers } = await readShell(request, context);
  const words = wordsOf(shell.locale, ['shell', ...(await areasOfPath(pathname))]);
  return data({ shell, words }, { headers });
}

export function Layout({ children }: { children: ReactNode }) {
  const nonce = useNonce();
  const { pathname } = useLocation();
  const answer = useRouteLoaderData<typeof loader>('root');
  const { tag, dir } = locales[localeOfPath(pathname)];
  const theme = answer?.shell.theme;
  return (
    <html lang={tag} dir={dir} data-theme={theme === 'system' ? undefined : theme}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function App() {
  const { shell, words } = useLoaderData<typeof loader>();
  return (
    <WordsProvider locale={shell.locale} words={words}>
      <Outlet />
    </WordsProvider>
  );
}

export function ErrorBoundary() {
  const { pathname } = useLocation();
  return <FaultPage error={useRouteError()} locale={localeOfPath(pathname)} />;
}
