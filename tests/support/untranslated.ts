import type { Page } from '@playwright/test';

/** Words on the page that no catalogue and no data brought: everything from there stands in ⟦brackets⟧ in the generated
 *  language. What people wrote themselves (descriptions, reviews, names) and what is no word (SKUs, amounts, addresses of
 *  mails) is left out. */
export const untranslated = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const theirs =
      'script, style, noscript, [lang]:not(html), .prose-plain, bdi, select, time, header, footer, svg, address, textarea';
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      const text = node.textContent?.trim() ?? '';
      if (!parent || !/[a-z]{2}/i.test(text) || /[⟦⟧]/.test(text)) continue;
      if (parent.closest(theirs) || /^\S+@\S+$/.test(text)) continue;
      if (parent.closest('dl') && !/[a-z]{4}/.test(text)) continue;
      found.push(text);
    }
    return found;
  });

/** By how many pixels the page is wider than the screen. */
export const tooWide = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
