import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { paths } from "@/lib/paths";
import { DecisionPage } from "@/modules/selection/components/decision-page";
import { loadSelection } from "@/modules/selection/loaders";
import { Link } from "@/ui/link";
import { PageHeader } from "@/ui/page-header";
import { UserLine } from "@/ui/user-text";

type Props = { params: Promise<{ kode: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations("selection.decision");
  return { title: `${t("title")} ${(await params).kode}` };
}

export default async function Page({ params }: Props) {
  const { subject } = await loadSelection({ code: (await params).kode });
  const t = await getTranslations("selection");
  return (
    <>
      <p className="mb-4 text-sm"><Link href={paths.selection()}>{t("panel.back")}</Link></p>
      <PageHeader over={`${subject.code} · ${subject.agencyName}`} title={t("decision.title")} lead={<UserLine text={subject.title || subject.code} />} />
      <DecisionPage view={subject} />
    </>
  );
}
