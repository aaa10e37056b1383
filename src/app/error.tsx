"use client";

import { useEffect } from "react";

/**
 * Something of ours broke while a page was made. The catalogue may be what broke, so both languages stand here; the digest
 * leads the operator to the line in the log.
 */
export default function ErrorPage({ error, retry }: { error: Error & { digest?: string }; retry: () => void }) {
  useEffect(() => {
    document.getElementById("error-title")?.focus();
  }, []);
  return (
    <main className="mx-auto flex max-w-reading flex-col gap-4 px-4 py-16">
      <h1 id="error-title" tabIndex={-1}>
        Terjadi kesalahan di pihak kami
      </h1>
      <p>
        Yang sudah tersimpan tidak hilang. Coba lagi. Jika tetap gagal, sebutkan kode <strong>{error.digest ?? "-"}</strong> kepada
        penyelenggara.
      </p>
      <p lang="en">
        Something went wrong on our side. Nothing that was saved is lost. Try again; if it keeps failing, give the organiser the code{" "}
        <strong>{error.digest ?? "-"}</strong>.
      </p>
      <p>
        <button type="button" onClick={retry} className="min-h-12 rounded-control border border-line-strong px-4 font-semibold">
          Coba lagi · Try again
        </button>
      </p>
    </main>
  );
}
