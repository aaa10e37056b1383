import { expect, test } from "vitest";
import { isVideoUrl } from "./video";

test.each(["https://video.example/a1", "https://www.youtube.com/watch?v=abc&t=3", "https://xn--bcher-kva.example/", "HTTPS://Video.Example/a"])(
  "%s may stand for a video", (text) => {
    expect(isVideoUrl(text)).toBe(true);
  });

test.each([
  "http://video.example/a", "javascript:alert(1)", "https:video.example", "https://", "https://localhost/a", "https://127.0.0.1/a", "https://[::1]/a",
  "https://video.example@jahat.example/a", "https://a:b@video.example/", "data:text/html,x", "video.example/a", "https://video.example/a b",
  `https://video.example/${"a".repeat(300)}`,
])("%s may not", (text) => {
  expect(isVideoUrl(text)).toBe(false);
});
