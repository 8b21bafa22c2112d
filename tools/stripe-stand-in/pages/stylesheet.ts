import { Markup } from './html.ts';

export const stylesheet = new Markup(`<style>
:root { color-scheme: light dark; --paper: #f7f4ef; --sheet: #fffdfa; --ink: #211d19; --quiet: #635b53; --line: #8c8379;
  --faint: #e4ddd3; --accent: #8f431d; --accent-ink: #fffdfa; --bad: #a3201d; --bad-ground: #fbecea; }
@media (prefers-color-scheme: dark) { :root { --paper: #171412; --sheet: #211d1a; --ink: #f1ebe3; --quiet: #b5aba0;
  --line: #8c8379; --faint: #3a342f; --accent: #e5955f; --accent-ink: #1d130c; --bad: #ff9c92; --bad-ground: #3a1d1a; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/24px "Instrument Sans Variable", system-ui, sans-serif; font-variant-numeric: tabular-nums; }
.notice { margin: 0; padding: 8px 16px; text-align: center; font-size: 14px; line-height: 20px; color: var(--quiet); border-block-end: 1px solid var(--faint); }
main { max-width: 60rem; margin-inline: auto; padding: 24px 16px 48px; }
.columns { display: grid; gap: 24px; }
.card { background: var(--sheet); border: 1px solid var(--faint); border-radius: 6px; padding: 24px; min-width: 0; }
.lone { max-width: 30rem; margin: 48px auto; }
h1 { margin: 0 0 8px; font-size: 28px; line-height: 36px; font-weight: 600; letter-spacing: -0.01em; }
h2 { margin: 0 0 8px; font-size: 14px; line-height: 20px; font-weight: 600; color: var(--quiet); }
.amount { margin: 0 0 16px; font-size: 36px; line-height: 44px; font-weight: 600; letter-spacing: -0.02em; }
.lines { list-style: none; margin: 0; padding: 0; }
.lines li, .sum { display: flex; justify-content: space-between; gap: 16px; padding-block: 8px; border-block-start: 1px solid var(--faint); }
.lines span:first-child { overflow-wrap: anywhere; }
.lines span:last-child { white-space: nowrap; }
.sum { font-weight: 600; margin: 0; }
.back { display: inline-block; margin-block-end: 16px; color: var(--quiet); }
a { color: var(--accent); text-underline-offset: 3px; }
.field { margin-block-end: 16px; }
.pair { display: grid; grid-template-columns: 1fr 1fr; gap: 16px; }
label, legend { display: block; font-weight: 600; padding: 0; }
.hint { color: var(--quiet); font-size: 14px; line-height: 20px; }
.head { display: flex; justify-content: space-between; align-items: baseline; gap: 8px; }
.field input { width: 100%; min-height: 48px; margin-block-start: 4px; padding: 10px 12px; border: 1px solid var(--line); border-radius: 6px; background: var(--sheet); color: var(--ink); font: inherit; }
input:focus-visible, a:focus-visible, button:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
input[aria-invalid="true"] { border: 2px solid var(--bad); }
.problem { margin: 4px 0 0; color: var(--bad); font-size: 14px; line-height: 20px; font-weight: 600; }
.summary { border: 1px solid var(--bad); background: var(--bad-ground); border-radius: 6px; padding: 12px 16px; margin-block-end: 24px; }
.summary h2 { color: var(--bad); font-size: 16px; line-height: 24px; margin: 0 0 4px; }
.summary p, .summary ul { margin: 0; padding-inline-start: 0; list-style: none; }
.summary a { color: var(--bad); }
fieldset { border: 0; margin: 0 0 16px; padding: 0; }
.choice { display: flex; gap: 12px; align-items: center; min-height: 44px; font-weight: 400; }
.choice input { width: 20px; height: 20px; margin: 0; accent-color: var(--accent); flex: none; }
.button { display: block; width: 100%; min-height: 52px; padding: 14px 24px; border: 0; border-radius: 6px; background: var(--accent); color: var(--accent-ink); font: inherit; font-weight: 600; text-align: center; text-decoration: none; cursor: pointer; }
.quiet { background: transparent; color: var(--ink); border: 1px solid var(--line); margin-block-start: 12px; }
@media (min-width: 56rem) { main { padding-block-start: 48px; } .columns { grid-template-columns: 1fr 28rem; gap: 64px; align-items: start; } .order { padding: 24px 0; background: none; border: 0; } }
@media (max-width: 55.99rem) { .amount { font-size: 28px; line-height: 36px; margin-block-end: 8px; } .card { padding: 16px; } }
</style>`);
