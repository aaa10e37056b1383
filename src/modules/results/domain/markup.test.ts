import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { constant, escaped, html, type Markup } from "./markup";

describe("HTML as a string", () => {
  it("shows a script in a title as text", () => {
    expect(html`<h1>${"<script>alert(1)</script>"}</h1>`.text).toBe("<h1>&lt;script&gt;alert(1)&lt;/script&gt;</h1>");
  });

  it("does not let a value leave its attribute", () => {
    expect(html`<a title="${`" onclick='x'`}">`.text).toBe('<a title="&quot; onclick=&#39;x&#39;">');
  });

  it("puts made pieces, lists and numbers together and leaves out null and false", () => {
    expect(html`<p>${[html`<b>${1}</b>`, html`<i>${"&"}</i>`]}${null}${false}</p>`.text).toBe("<p><b>1</b><i>&amp;</i></p>");
  });

  it("never takes an object from outside for markup", () => {
    const forged = JSON.parse('{"text":"<script>"}') as Markup;
    expect(html`${forged}`.text).toBe("&lt;script&gt;");
  });

  it("escapes an entity that was typed, so that it is read as typed", () => {
    expect(escaped("&lt;b&gt;")).toBe("&amp;lt;b&amp;gt;");
  });

  it("drops what no page may hold", () => {
    expect(escaped("a\u0000b\u0008c\ufffed")).toBe("abcd");
  });

  it("keeps line breaks, emoji and right-to-left text", () => {
    expect(escaped("baris\nשלום 🏥 \u202e")).toBe("baris\nשלום 🏥 \u202e");
  });

  it("leaves a style of our own as it is", () => {
    expect(constant("a>b{}").text).toBe("a>b{}");
  });

  it("gives, for any text, something without the characters that begin markup", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => !/[<>"']/.test(escaped(text))));
  });
});
