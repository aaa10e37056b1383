import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { paths } from "@/lib/paths";
import { SelectionRoom } from "@/modules/selection/components/selection-room";
import { loadSelection } from "@/modules/selection/loaders";
import { Link } from "@/ui/link";
import { PageHeader } from "@/ui/page-header";
import { UserLine } from "@/ui/user-text";

type Props = { params: Promise<{ kode: string }>; searchParams: Promise<{ tersimpan?: string | string[] }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations("selection.panel");
  return { title: `${t("title")} ${(await params).kode}` };
}

export default async function Page({ params, searchParams }: Props) {
  const [{ kode }, { tersimpan }] = await Promise.all([params, searchParams]);
  const { subject } = await loadSelection({ code: kode });
  const t = await getTranslations("selection.panel");
  return (
    <>
      <p className="mb-4 text-sm"><Link href={paths.selection()}>{t("back")}</Link></p>
      <PageHeader compact over={subject.code} title={<UserLine text={subject.title || subject.code} />} />
      <SelectionRoom view={subject} saved={tersimpan === "1"} />
    </>
  );
}
