type Endpoint = (request: Request) => Promise<Response>;

/** A script on one of our own pages asks: gives the status and what the answer says. */
export async function ask(endpoint: Endpoint, body: unknown): Promise<{ status: number; body: Record<string, unknown> }> {
  const response = await endpoint(
    new Request("http://localhost/api", {
      method: "POST",
      headers: { "content-type": "application/json", "sec-fetch-site": "same-origin" },
      body: JSON.stringify(body),
    }),
  );
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}
