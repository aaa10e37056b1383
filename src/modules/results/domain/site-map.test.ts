import { describe, expect, it } from "vitest";
import { siteMap } from "./site-map";

describe("siteMap", () => {
  it("names every address with the origin people use", () => {
    expect(siteMap("https://sinovik.example", ["/", "/kompetisi/kipp-2020"])).toBe(
      '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n' +
        "<url><loc>https://sinovik.example/</loc></url>\n<url><loc>https://sinovik.example/kompetisi/kipp-2020</loc></url>\n</urlset>\n",
    );
  });

  it("writes what would be markup as text", () => {
    expect(siteMap("https://sinovik.example", ["/inovasi?cari=a&b=<i>"])).toContain("<loc>https://sinovik.example/inovasi?cari=a&amp;b=%3Ci%3E</loc>");
  });
});
