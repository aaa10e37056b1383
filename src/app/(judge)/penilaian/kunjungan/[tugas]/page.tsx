import type { Metadata } from "next";
import { VisitPage } from "@/modules/review/components/visit/visit-page";
import { loadVisit } from "@/modules/review/loaders";

type Props = { params: Promise<{ tugas: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { subject } = await loadVisit({ assignmentId: (await params).tugas, query: {} });
  return { title: subject.code };
}

export default async function Page({ params, searchParams }: Props) {
  const [{ tugas }, query] = await Promise.all([params, searchParams]);
  const { subject } = await loadVisit({ assignmentId: tugas, query });
  return <VisitPage visit={subject} />;
}
