// Text to save. Every one differs, also from those of an earlier run, so that none is taken for what is stored already.

const WORDS = "layanan warga puskesmas antrean data bersama setiap desa petugas mencatat laporan waktu lebih singkat biaya turun pasien datang mudah percaya kelurahan membantu program berjalan hasil nyata sepanjang tahun".split(" ");

/** @param {number} count @param {number} turn */
export function words(count, turn) {
  const chosen = Array.from({ length: count - 1 }, (_, place) => WORDS[(place * 7 + turn * 3 + ((place * turn) % 11)) % WORDS.length]);
  return [...chosen, `putaran-${turn}-${process.pid}`].join(" ");
}
