import { expect, test } from "@playwright/test";
import { signInAs } from "../../support/sign-in-as";

const ROUTES = ["csrf", "session", "providers", "signin", "signout", "error", "verify-request", "callback/credentials"];

test("the sign-in library's own addresses are not there, and their sign-out ends nothing by halves", async ({ page, context }) => {
  await signInAs(context, "sistem@peragaan.example", "SUPER_ADMIN");
  for (const route of ROUTES) {
    const address = `/api/auth/${route}`;
    expect((await page.request.get(address)).status(), address).toBe(404);
    const posted = await page.request.post(address, { form: { email: "a\u0000b@x.example", password: "x", json: "true" }, headers: { origin: process.env.BASE_URL! } });
    expect([posted.status() === 404 || posted.status() === 405, (await posted.text()).includes("prisma")], address).toEqual([true, false]);
  }
  await page.goto("/api/auth/signin");
  await expect(page.getByRole("heading", { level: 1, name: "Halaman tidak ditemukan" })).toBeVisible();
  expect((await page.goto("/sistem/pengguna"))?.status()).toBe(200);
});
