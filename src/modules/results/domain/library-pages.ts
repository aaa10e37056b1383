/** Which page numbers a long list shows. Our default: the first, the last, and the neighbours of the current one. */

export const LIBRARY_PER_PAGE = 24;

export type ShownPage = { readonly page: number; readonly afterGap: boolean };

/** In: the current page and the last, both from 1. Out: the numbers to show, ascending; `afterGap` where some are left out. */
export function pagesAround(current: number, last: number): ShownPage[] {
  const wanted = [1, current - 1, current, current + 1, last].filter((page) => page >= 1 && page <= last);
  const pages = [...new Set(wanted)].sort((left, right) => left - right);
  return pages.map((page, index) => ({ page, afterGap: index > 0 && page - (pages[index - 1] ?? page) > 1 }));
}
