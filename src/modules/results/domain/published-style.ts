/**
 * The look of the published page: one small stylesheet inside the page, so that it needs no other file but the font.
 *
 * Source: the colours and sizes are the portal's own tokens (`src/app/globals.css`), held equal by a test; system choice.
 */

/** Token names of the portal and the values used here. */
export const TOKENS = {
  canvas: "#ffffff",
  surface: "#f6f8fa",
  line: "#d3dae3",
  "line-strong": "#75859a",
  ink: "#14202e",
  "ink-muted": "#45546a",
  "ink-subtle": "#5c6b80",
  primary: "#0b5a8a",
  "primary-strong": "#08466c",
  "primary-deep": "#06344f",
  "primary-50": "#eaf3f9",
  "primary-100": "#cde3f1",
  "warn-50": "#fff1dc",
  "warn-700": "#8a4600",
  "ok-50": "#e6f4ea",
  "ok-700": "#176a3a",
  focus: "#ffc83d",
} as const;

const variables = Object.entries(TOKENS).map(([name, value]) => `--${name}:${value}`).join(";");

/** Letters of the page's own font, the measures of the fallback taken from the portal, then everything on the page. */
export const STYLE = `
@font-face{font-family:"Source Sans 3 Variable";src:url("/fonts/source-sans-3-latin.woff2") format("woff2");font-weight:200 900;font-display:swap}
@font-face{font-family:"Source Sans 3 Fallback";src:local("Arial"),local("Liberation Sans"),local("Roboto");size-adjust:93.9%;ascent-override:109%;descent-override:42.6%;line-gap-override:0%}
:root{${variables};color-scheme:light}
*{box-sizing:border-box;margin:0}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{background:var(--canvas);color:var(--ink);font:1.125rem/1.75rem "Source Sans 3 Variable","Source Sans 3 Fallback",system-ui,sans-serif;overflow-wrap:anywhere}
a{color:var(--primary);text-underline-offset:.2em}
a:hover{color:var(--primary-strong);text-decoration-thickness:2px}
:focus-visible{outline:3px solid var(--ink);outline-offset:2px;box-shadow:0 0 0 2px #fff,0 0 0 8px var(--focus);border-radius:4px}
.w{max-width:75rem;margin:auto;padding-inline:1rem}
.skip{position:absolute;left:-999rem;background:var(--canvas);padding:.75rem 1rem}
.skip:focus{left:.5rem;top:.5rem;z-index:1}
.demo{background:repeating-linear-gradient(135deg,var(--primary-100) 0 12px,var(--primary-50) 12px 24px);font-size:1rem;line-height:1.5rem}
.demo p{padding-block:.5rem}
.band{background:var(--primary-deep)}
.band .w{display:flex;flex-wrap:wrap;justify-content:space-between;gap:0 1rem}
.band a{color:#fff;display:inline-flex;align-items:center;min-height:3rem;font-weight:600;text-decoration:none}
.band a:hover{text-decoration:underline}
main{padding-block:2rem 3rem}
main>*+*{margin-top:1.5rem}
.state{border-left:4px solid;border-radius:4px;padding:1rem}
.state strong{display:block}
.PROVISIONAL{background:var(--warn-50);border-color:var(--warn-700)}
.PROVISIONAL strong{color:var(--warn-700)}
.FINAL{background:var(--ok-50);border-color:var(--ok-700)}
.FINAL strong{color:var(--ok-700)}
h1{font-size:2.25rem;line-height:2.75rem;letter-spacing:-.01em;max-width:24em}
h2{font-size:1.75rem;line-height:2.25rem;margin-top:2.5rem}
.over,.meta{color:var(--ink-muted);font-size:1rem;line-height:1.5rem}
.lead{font-size:1.25rem;line-height:1.875rem;color:var(--ink-muted);max-width:60ch}
table{width:100%;border-collapse:collapse;font-size:1rem;line-height:1.5rem;margin-top:1rem}
caption{text-align:left;padding-bottom:.5rem;color:var(--ink-muted)}
th,td{text-align:left;vertical-align:top;padding:.625rem .75rem;border-bottom:1px solid var(--line);min-width:7rem}
thead th{background:var(--surface);border-bottom:2px solid var(--line-strong)}
tbody th{font-weight:400;min-width:14rem}
dl{border-top:1px solid var(--line);margin-top:1rem;font-size:1rem;line-height:1.5rem}
dl div{border-bottom:1px solid var(--line);padding:.75rem 0}
dt{font-weight:600}
dd{margin:0}
code{font:inherit;letter-spacing:.02em;overflow-wrap:anywhere}
footer{border-top:1px solid var(--line);padding-block:1.5rem;color:var(--ink-muted);font-size:1rem}
.stamp{display:none}
.plain{padding:0;list-style:none}
.plain li+li{margin-top:.5rem}
.jump{display:flex;flex-wrap:wrap;gap:0 1.5rem;padding:0;list-style:none}
.jump a{display:inline-flex;align-items:center;min-height:3rem}
@media (max-width:39.99rem){
h1{font-size:1.75rem;line-height:2.25rem}
h2{font-size:1.5rem;line-height:2rem}
}
@media screen and (max-width:55.99rem){
table,tbody,tr,th,td,caption{display:block}
thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
tbody{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(20rem,100%),1fr));gap:.75rem}
tbody tr{border:1px solid var(--line);border-radius:8px;padding:.5rem 1rem}
tbody th,td{border:0;padding:.125rem 0;min-width:0}
tbody th{font-weight:600}
td:empty{display:none}
td{display:grid;grid-template-columns:5.5rem 1fr;gap:.75rem}
td::before{content:attr(data-l);color:var(--ink-subtle);font-size:.875rem}
}
@media (min-width:40rem){dl div{display:grid;grid-template-columns:12rem 1fr;gap:1rem}}
@page{size:A4;margin:18mm}
@media print{
body{font-size:11pt;line-height:1.4;color:#000}
.band,.skip,.jump{display:none}
a{color:inherit}
tr,dl div{break-inside:avoid}
thead{display:table-header-group}
h2{break-after:avoid}
.stamp{display:block;position:fixed;inset:40% 0 auto;text-align:center;font-size:72pt;line-height:1;font-weight:700;color:#000;opacity:.12;transform:rotate(-30deg)}
}
@media (forced-colors:active){:focus-visible{outline-color:Highlight;box-shadow:none}}
`.trim().replaceAll("\n", "");
