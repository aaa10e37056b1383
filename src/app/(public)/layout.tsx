import type { ReactNode } from "react";
import { WorkspaceFrame } from "@/modules/accounts/components/workspace-frame";
import { loadViewer } from "@/modules/accounts/loaders";

/** The frame only: every page asks its own policy. */
export default async function Layout({ children }: { children: ReactNode }) {
  return <WorkspaceFrame viewer={await loadViewer({})} voice="public">{children}</WorkspaceFrame>;
}
