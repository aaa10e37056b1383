import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { InnovationPage } from "@/modules/results/components/public/innovation-page";
import { loadInnovation } from "@/modules/results/loaders";

type Props = { params: Promise<{ kode: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const innovation = await loadInnovation({ code: (await params).kode });
  return innovation ? { title: innovation.reached[0]?.title } : {};
}

export default async function Page({ params }: Props) {
  const innovation = await loadInnovation({ code: (await params).kode });
  if (!innovation) notFound();
  return <InnovationPage innovation={innovation} />;
}
