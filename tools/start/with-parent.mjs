// Loaded before a part of the shop. Its parent keeps standard input open for as long as it lives, so a part whose
// parent was killed hears the end of it and stops as if it had been asked to.
const end = () => process.kill(process.pid, 'SIGTERM');
process.stdin.on('end', end).on('error', end).resume();
process.stdin.unref?.();
