import type { APIRequestContext } from "@playwright/test";

/** What an address answers to somebody who is not signed in, as the text that a person or a program would find in it. */
export type Answer = { address: string; status: number; text: string };

const AT_ONCE = 6;
const FURTHEST = 3_000;

/** Only what a stranger's browser would follow: links of this portal, without the places inside a page. */
const linksIn = (html: string) =>
  [...html.matchAll(/\shref="(\/[^"#]*)/g)].flatMap(([, href]) => (href && !href.startsWith("/_next") ? [plain(href)] : []));

export async function ask(request: APIRequestContext, address: string, headers: Record<string, string> = {}): Promise<Answer> {
  const response = await request.get(address, { headers, maxRedirects: 5 });
  return { address, status: response.status(), text: plain(await response.text()) };
}

/** Every public address that can be reached by links from these, in any depth. */
export async function crawl(request: APIRequestContext, from: readonly string[]): Promise<Answer[]> {
  const seen = new Set(from);
  const waiting = [...from];
  const answers: Answer[] = [];
  const walk = async () => {
    for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
      const answer = await ask(request, address);
      answers.push(answer);
      if (answers.length > FURTHEST) throw new Error("The crawl goes round in circles: an address makes new ones for ever.");
      for (const link of linksIn(answer.text)) {
        if (seen.has(link)) continue;
        seen.add(link);
        waiting.push(link);
      }
    }
  };
  while (waiting.length > 0) await Promise.all(Array.from({ length: AT_ONCE }, walk));
  return answers;
}

/** All of these addresses, a few at once. */
export async function askAll(request: APIRequestContext, addresses: readonly string[], headers: Record<string, string> = {}): Promise<Answer[]> {
  const waiting = [...addresses];
  const answers: Answer[] = [];
  await Promise.all(Array.from({ length: AT_ONCE }, async () => {
    for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) answers.push(await ask(request, address, headers));
  }));
  return answers;
}

/** Markup and JSON write some characters in several ways; a title must be found in each. */
const plain = (text: string): string => text.replaceAll(/&(?:quot|#x27|#39|lt|gt|amp);/g, (written) => SIGNS[written]!);

const SIGNS: Readonly<Record<string, string>> = { "&quot;": '"', "&#x27;": "'", "&#39;": "'", "&lt;": "<", "&gt;": ">", "&amp;": "&" };
