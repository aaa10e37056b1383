import { getLocale } from "next-intl/server";
import type { EditionView } from "@/modules/competition/queries";
import { paths } from "@/lib/paths";
import { Link } from "@/ui/link";

/** The line above a title of an organiser's page: which edition, and the way back to its desk. */
export async function EditionOver({ edition }: { edition: EditionView }) {
  const locale = await getLocale();
  return <Link href={paths.organiserDesk()}>{edition.name[locale]}</Link>;
}
