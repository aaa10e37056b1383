import type { Random } from "./random";
import { integerBetween, pick, randomFrom } from "./random";

/** What every generated text begins with, so that nobody takes it for somebody's proposal. Two words. */
export const DEMONSTRATION_MARK = "[Teks peragaan]";
const WORDS_OF_MARK = 2;

/** Ordinary words of public service; put together at random they look like Indonesian and say nothing. */
const WORDS = (
  "layanan warga desa kota data sistem program kegiatan petugas kader unit kantor antrean berkas dokumen izin keluarga anak " +
  "ibu lansia remaja petani nelayan pedagang siswa guru pasien dokter bidan perawat obat klinik sekolah kelas buku pasar " +
  "jalan air sampah lingkungan hutan laut sungai sawah kebun panen benih modal usaha pelatihan pendampingan kunjungan rumah " +
  "kampung wilayah pulau gunung pesisir musim waktu hari minggu bulan biaya anggaran dana hasil manfaat dampak mutu standar " +
  "aduan saran laporan catatan daftar peta jadwal pesan telepon aplikasi loket meja kartu kendaraan perahu jaringan mitra " +
  "komunitas relawan lembaga forum rapat gagasan cara langkah tahap awal lama baru mudah cepat aman terbuka ramah adil " +
  "bersama mandiri terpadu"
).split(" ");
const OPENING_WORDS = WORDS.map(capitalised);

/** Three different words each, drawn once: a third of the draws for the same look, and a national data set has eight million words. */
const PHRASES = phrases(4096);

/** How many different words there are. */
export const VOCABULARY_SIZE = new Set(WORDS).size;

/** A title of 6 to 12 different words, each with a capital: `Loket Ramah Nelayan Pesisir Terpadu Bersama`. */
export function title(random: Random): string {
  const chosen = new Set<string>();
  const length = integerBetween(random, 6, 12);
  while (chosen.size < length) chosen.add(pick(random, OPENING_WORDS));
  return [...chosen].join(" ");
}

/**
 * A text of exactly `words` words (at least 2, counted between white space), beginning with `DEMONSTRATION_MARK`, in
 * sentences of 8 to 16 words and paragraphs of about 60.
 */
export function paragraphs(random: Random, words: number): string {
  let text = DEMONSTRATION_MARK;
  let written = WORDS_OF_MARK;
  let inParagraph = 0;

  while (written < words) {
    const length = Math.min(integerBetween(random, 8, 16), words - written);
    text += (inParagraph > 60 ? "\n\n" : " ") + sentence(random, length);
    inParagraph = inParagraph > 60 ? length : inParagraph + length;
    written += length;
  }
  return text;
}

function sentence(random: Random, length: number): string {
  let text = pick(random, OPENING_WORDS);
  let left = length - 1;
  for (; left >= 3; left -= 3) text += " " + pick(random, PHRASES);
  for (; left > 0; left -= 1) text += " " + pick(random, WORDS);
  return text + ".";
}

function phrases(count: number): string[] {
  const random = randomFrom(0);
  const made: string[] = [];
  while (made.length < count) {
    const words = [pick(random, WORDS), pick(random, WORDS), pick(random, WORDS)];
    if (new Set(words).size === words.length) made.push(words.join(" "));
  }
  return made;
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
