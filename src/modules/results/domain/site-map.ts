/**
 * The map of the public portal for machines: search engines, archives, and our own web server, which reads each published
 * list once so that it can show it while the database is down.
 *
 * Source: the sitemap protocol 0.9 (sitemaps.org); which addresses it names is our default.
 */
import { html } from "./markup";

/**
 * In: the origin people use (`https://…`, no path) and addresses that begin with `/`. Out: the XML of one map, in the given
 * order. Refuses nothing; more than 50,000 addresses would need several maps.
 */
export function siteMap(origin: string, addresses: readonly string[]): string {
  const entries = addresses.map((address) => html`<url><loc>${new URL(address, origin).href}</loc></url>\n`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${html`<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${entries}</urlset>\n`.text}`;
}
