/** A preview waits to be committed; what was committed may be undone for a while. */
export const reorderStates = ['previewed', 'committed', 'undone'] as const;
