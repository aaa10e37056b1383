import { registerDoor } from "@/lib/door-register";
import { guardedRead, type GuardedRead, type Loaded } from "@/lib/loader";

/** The parameters of an address, and its query as it came. */
export type FileAddress<Params> = { params: Params; query: Readonly<Record<string, string>> };

/**
 * The door for a file that is not everybody's: guarded as a page about one thing, so that whoever may not have it meets
 * nothing; answered with bytes that no cache keeps.
 */
export function guardedFile<Params, Subject>(
  definition: Omit<GuardedRead<FileAddress<Params>, Subject>, "kind"> & { respond: (loaded: Loaded<Subject>) => Promise<SavedFile> },
) {
  const { name, load, policy, respond } = definition;
  registerDoor({ kind: "file", name, policy: policy.name, probe: { load, policy } });
  const read = guardedRead({ name, kind: "subject", load, policy });

  return async function send(request: Request, context: { params: Promise<Params> }): Promise<Response> {
    const query = Object.fromEntries(new URL(request.url).searchParams);
    const { body, type, fileName } = await respond(await read({ params: await context.params, query }));
    return new Response(body, {
      headers: { "cache-control": "no-store", "content-type": type, "content-disposition": `attachment; filename="${fileName}"` },
    });
  };
}

/** The name holds letters of ASCII, digits and hyphens only. */
export type SavedFile = { body: string | Uint8Array<ArrayBuffer>; type: string; fileName: string };
