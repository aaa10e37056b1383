import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AssignmentBoard } from "@/modules/review/components/board/assignment-board";
import { loadAssignmentBoard } from "@/modules/review/loaders";

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("review.board");
  return { title: t("title") };
}

export default async function AssignmentsPage({ params, searchParams }: Props) {
  const [{ slug }, query] = await Promise.all([params, searchParams]);
  const { subject } = await loadAssignmentBoard({ slug, query });
  return <AssignmentBoard board={subject} />;
}
