const codes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'CONNECTION_CLOSED',
  'CONNECTION_ENDED',
  'CONNECTION_DESTROYED',
  'CONNECT_TIMEOUT',
  // The server is stopping, crashed, or not up yet; too many connections.
  '57P01',
  '57P02',
  '57P03',
  '53300',
]);

/** Whether an error says that the database could not be reached, however deep it is wrapped. */
export function isConnectionLoss(error: unknown): boolean {
  for (let at = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth += 1) {
    if (codes.has((at as { code?: string }).code ?? '')) return true;
    if (at instanceof AggregateError && at.errors.some(isConnectionLoss)) return true;
  }
  return false;
}
