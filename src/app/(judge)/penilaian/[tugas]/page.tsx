import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { ScoringRoom } from "@/modules/review/components/room/scoring-room";
import { loadScoringRoom } from "@/modules/review/loaders";

type Props = { params: Promise<{ tugas: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Once for the title and the page. */
const roomOf = cache((assignmentId: string) => loadScoringRoom({ assignmentId }));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { subject } = await roomOf((await params).tugas);
  const t = await getTranslations("review.room");
  return { title: t("title", { code: subject.code }) };
}

export default async function ScoringRoomPage({ params, searchParams }: Props) {
  const { subject } = await roomOf((await params).tugas);
  return <ScoringRoom room={subject} query={await searchParams} />;
}
