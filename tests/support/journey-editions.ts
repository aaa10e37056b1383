import { readFileSync } from "node:fs";
import { expect, type Page } from "@playwright/test";
import { givenAgency, type JourneyAgency } from "./journey-people";
import { signInAs } from "./sign-in-as";

const RULES = readFileSync(new URL("../e2e/relay/rules.yaml", import.meta.url), "utf8");

export type OwnEdition = { slug: string; code: string; city: JourneyAgency };

/** A competition in a city of its own, which no other journey moves or enters: the rules of the relay under another name. */
export async function givenOwnEdition(page: Page, name: string): Promise<OwnEdition> {
  const city = await givenAgency(`Pemerintah Kota ${name}`);
  const [slug, code] = [`uji-${name.toLowerCase()}-2027`, `UJI-${name.toUpperCase()}-2027`];
  const rules = RULES.replaceAll("uji-makassar", `uji-${name.toLowerCase()}`).replaceAll("UJI-MAKASSAR-2027", code).replaceAll("73.71", city.code)
    .replaceAll(/(Uji Inovasi|Kota) Makassar/g, `$1 ${name}`).replaceAll(/Makassar (City|Innovation)/g, `${name} $1`);
  await signInAs(page.context(), "sistem@peragaan.example", "SUPER_ADMIN");
  await page.goto("/kelola/baru");
  await page.getByLabel("Isi berkas aturan").fill(rules);
  await page.getByRole("button", { name: "Simpan sebagai rancangan" }).click();
  await page.getByRole("button", { name: "Buka edisi" }).click();
  await expect(page).toHaveURL(new RegExp(`/kompetisi/${slug}$`));
  return { slug, code, city };
}
