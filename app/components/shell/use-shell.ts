import { useRouteLoaderData } from '@remix-run/react';
import type { ShellData } from './shell-data';

/** What the root loader answered; there on every page whose root loader did. */
export function useShell(): ShellData {
  const data = useRouteLoaderData('root') as { shell: ShellData } | undefined;
  if (!data) throw new Error('The root loader has not answered');
  return data.shell;
}
