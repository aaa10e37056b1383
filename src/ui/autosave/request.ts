import { meaningOf, MOST_BYTES_TO_OUTLIVE_PAGE, type SaveAnswer } from "./timing";

export type Answered<Details> = { meaning: SaveAnswer; version?: number; savedAt?: string; message?: string; details?: Details; /** What else the server told: until when it takes words. */ deadline?: unknown };

type Body<Details> = Omit<Answered<Details>, "meaning">;

/** Sends one save to a door; a small one may outlive the page that sends it. `hasOther` tells another's words in its details. */
export async function askToSave<Details>(
  { address, method = "POST", body, mayOutlivePage }: { address: string; method?: "POST" | "PATCH"; body: unknown; mayOutlivePage: boolean },
  hasOther: (details?: Details) => boolean = () => false,
): Promise<Answered<Details>> {
  const text = JSON.stringify(body);
  const isSmall = new Blob([text]).size < MOST_BYTES_TO_OUTLIVE_PAGE;
  const response = await fetch(address, { method, headers: { "content-type": "application/json" }, body: text, keepalive: mayOutlivePage && isSmall });
  const answer = (await response.json().catch(() => ({}))) as Body<Details>;
  return { ...answer, meaning: meaningOf(response.status, hasOther(answer.details)) };
}
