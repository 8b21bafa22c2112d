/** Stops a part of the shop when it is asked to, once. */
export function stopWhenAsked(stop: () => Promise<void>): { isAsked: () => boolean } {
  let isStopping = false;
  const end = () => {
    if (isStopping) return;
    isStopping = true;
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', end).on('SIGINT', end);
  return { isAsked: () => isStopping };
}
