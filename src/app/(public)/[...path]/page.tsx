import { notFound } from "next/navigation";

/** Every address that no page has: answered here, where the language of the address is known. */
export default function UnknownAddress(): never {
  notFound();
}
