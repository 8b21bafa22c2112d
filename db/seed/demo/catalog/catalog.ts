import { brewing } from './brewing.ts';
import { care } from './care.ts';
import { cups } from './cups.ts';
import { espresso } from './espresso.ts';
import { filterCoffee } from './filter-coffee.ts';
import { grindersAndParts } from './grinders-and-parts.ts';
import { machines } from './machines.ts';
import { officeMachines } from './office-machines.ts';
import { pantry } from './pantry.ts';
import { sets } from './sets.ts';
import type { DemoProduct } from './shape.ts';

/** Everything the demo shop sells, sets last since they are made of the rest. */
export const products: readonly DemoProduct[] = [
  ...espresso,
  ...filterCoffee,
  ...machines,
  ...officeMachines,
  ...grindersAndParts,
  ...brewing,
  ...cups,
  ...pantry,
  ...care,
  ...sets,
];
