import { type Params, decode } from './params.ts';
import { decodeForm } from './form.ts';

/** Everything that can go wrong between a shop and its payment provider, switched on by a test. */
export const chaosShape = {
  /** Each event is told twice. */
  duplicateEvents: 'boolean',
  /** Events that are due together are told newest first. */
  reorderEvents: 'boolean',
  delayEventsMs: 'integer',
  /** The next so many deliveries are lost without a trace. */
  dropEvents: 'integer',
  /** Nothing is told until it is switched off or the deliveries are flushed. */
  holdEvents: 'boolean',
  /** The next so many calls answer 500 and do nothing. */
  failNext: 'integer',
  /** The next so many changing calls are carried out, but answer 500. */
  failAfterExecuting: 'integer',
  /** The next so many changing calls are carried out, then the line goes dead. */
  hangUpAfterExecuting: 'integer',
  /** Only calls whose path begins so are failed or hung up on. */
  onlyPath: 'text',
  latencyMs: 'integer',
} as const;
export type ChaosSettings = Required<Params<typeof chaosShape>>;
type Counter = 'dropEvents' | 'failNext' | 'failAfterExecuting' | 'hangUpAfterExecuting';

export const calm: ChaosSettings = {
  duplicateEvents: false,
  reorderEvents: false,
  delayEventsMs: 0,
  dropEvents: 0,
  holdEvents: false,
  failNext: 0,
  failAfterExecuting: 0,
  hangUpAfterExecuting: 0,
  onlyPath: '',
  latencyMs: 0,
};

export class Chaos {
  now: ChaosSettings = calm;

  /** Form-encoded settings; those not named keep their value. */
  change(form: string): ChaosSettings {
    this.now = { ...this.now, ...decode(chaosShape, decodeForm(form)) };
    return this.now;
  }

  reset(): ChaosSettings {
    this.now = calm;
    return this.now;
  }

  /** True as often as the counter was set to. */
  take(counter: Counter, path?: string): boolean {
    if (this.now[counter] <= 0 || (path !== undefined && !path.startsWith(this.now.onlyPath))) return false;
    this.now = { ...this.now, [counter]: this.now[counter] - 1 };
    return true;
  }
}
