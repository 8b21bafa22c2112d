import type { Deps } from '#app/deps.server.ts';
import { countBoughtTogether } from '#app/use-cases/catalog/count-bought-together.server.ts';

export const handle = (deps: Deps): Promise<void> => countBoughtTogether(deps);
