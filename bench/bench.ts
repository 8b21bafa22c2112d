import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { benchApprovals } from './approvals.ts';
import { benchCatalog } from './catalog.ts';
import { benchCheckout } from './checkout.ts';
import { printRows } from './measure.ts';
import { benchOffice } from './office.ts';
import { benchReminders } from './reminders.ts';

/** npm run bench [-- --seconds 5]: what this machine does, in numbers of its own. */
const { values } = parseArgs({ options: { seconds: { type: 'string', default: '5' } } });
const forMs = Number(values.seconds) * 1000;
if (!(forMs > 0)) throw new Error('--seconds is a number above zero');
console.log(
  `${cpus().length} x ${cpus()[0]?.model ?? 'processor'}, Node ${process.version}, ${values.seconds} s a row`,
);
console.log('In one process with its database on the same machine; the payment provider answers at once.\n');
printRows(await benchCheckout({ forMs }));
console.log('\nA company of 5,000 people, 500 rules and 20,000 open purchase orders; st. = statements sent.\n');
printRows(await benchApprovals({ forMs }));
console.log(
  '\nOpen carts, a hundred of them due; what does not depend on how many there are costs the same in both.\n',
);
printRows(await benchReminders({ forMs }));
console.log('\nThe back office with a hundred orders and products, and with a hundred thousand of each.\n');
printRows(await benchOffice({ forMs }));
console.log('\nShelves, product pages and searches with ten and with a hundred thousand products.\n');
printRows(await benchCatalog({ forMs }));
