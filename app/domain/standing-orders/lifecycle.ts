export const standingStatuses = ['active', 'paused', 'ended'] as const;
export type StandingStatus = (typeof standingStatuses)[number];

/** Why it stands still without anybody having asked for it. */
export const pauseReasons = ['', 'card_failed'] as const;

/** `planned` is kept only for a run that differs from the others. A run that is `ordering` has its order written and its
 *  payment is not known yet; a company's is `ordered` once its purchase order is submitted, whose own states follow. */
export const runStatuses = [
  'planned',
  'noticed',
  'waiting',
  'ordering',
  'ordered',
  'retrying',
  'failed',
  'lapsed',
  'skipped',
  'missed',
  'cancelled',
] as const;
export type RunStatus = (typeof runStatuses)[number];

type RunEvent =
  'notice' | 'ask' | 'agree' | 'change' | 'order' | 'confirm' | 'decline' | 'give_up' | 'lapse' | 'skip' | 'restore';

const transitions = {
  planned: { notice: 'noticed', ask: 'waiting', change: 'planned', skip: 'skipped' },
  noticed: { ask: 'waiting', agree: 'noticed', change: 'planned', order: 'ordering', skip: 'skipped' },
  waiting: {
    ask: 'waiting',
    agree: 'noticed',
    change: 'planned',
    order: 'ordering',
    skip: 'skipped',
    lapse: 'lapsed',
  },
  ordering: { confirm: 'ordered', decline: 'retrying', give_up: 'failed' },
  retrying: {
    ask: 'waiting',
    order: 'ordering',
    confirm: 'ordered',
    decline: 'retrying',
    give_up: 'failed',
    skip: 'skipped',
  },
  ordered: { decline: 'retrying', confirm: 'ordered' },
  skipped: { restore: 'planned' },
  failed: { confirm: 'ordered' },
  lapsed: {},
  missed: {},
  cancelled: {},
} satisfies Record<RunStatus, Partial<Record<RunEvent, RunStatus>>>;

/** Null when the event is not lawful in that state. */
export function nextRunStatus(from: RunStatus, event: RunEvent): RunStatus | null {
  const lawful: Partial<Record<RunEvent, RunStatus>> = transitions[from];
  return lawful[event] ?? null;
}

/** A standing order has one of these at a time: nothing is noticed while another one is under way. */
export const openRunStatuses = ['noticed', 'waiting', 'ordering', 'retrying'] as const satisfies readonly RunStatus[];
export const isOpenRun = (status: RunStatus): boolean => (openRunStatuses as readonly RunStatus[]).includes(status);

/** May its goods, its day or whether it comes at all still be changed? */
export const mayBeChanged = (status: RunStatus): boolean => nextRunStatus(status, 'change') !== null;
export const mayBeSkipped = (status: RunStatus): boolean => nextRunStatus(status, 'skip') !== null;
