/**
 * Which address may stand for a video: one that a reader's browser opens by itself, never one that this portal embeds.
 *
 * Source: the form of 2019 and 2020 asks for a link to a video, and the panels mark it. Our defaults: https alone, a host with
 * a name and nothing hidden before it, at most 300 characters.
 */
export const VIDEO_LENGTH = 300;

/** In: what was typed, trimmed. Out: whether it is an address that may be stored and shown as a link. */
export function isVideoUrl(text: string): boolean {
  const url = text.length <= VIDEO_LENGTH && /^https:\/\/[^\s/]\S*$/i.test(text) && URL.canParse(text) ? new URL(text) : null;
  return url !== null && url.protocol === "https:" && url.username === "" && url.password === "" && /^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(url.hostname)
    && /[a-z]/.test(url.hostname);
}
