/**
 * In which of the three zones an agency keeps its clock, by its province.
 *
 * Source: Keputusan Presiden 41/1987 and the codes of Kemendagri for the provinces: WITA in Bali, Nusa Tenggara, South, East and
 * North Kalimantan and Sulawesi; WIT in Maluku and Papua; WIB everywhere else. A national body has the zone of whoever asks.
 */
import { provinceOf } from "./root-codes";

const WITA = ["51", "52", "53", "63", "64", "65", "71", "72", "73", "74", "75", "76"];
const WIT = ["81", "82", "91", "92", "93", "94", "95", "96", "97"];

export type AgencyZone = "Asia/Jakarta" | "Asia/Makassar" | "Asia/Jayapura";

/** In: the code of an agency or unit. Out: its zone; null for a national body. */
export function zoneOf(code: string): AgencyZone | null {
  const province = provinceOf(code);
  if (province === null) return null;
  if (WITA.includes(province)) return "Asia/Makassar";
  return WIT.includes(province) ? "Asia/Jayapura" : "Asia/Jakarta";
}
