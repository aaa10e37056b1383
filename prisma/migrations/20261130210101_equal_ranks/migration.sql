-- Equal entries share a rank, so the order in which a frozen ranking is shown has a column of its own; and what an entry
-- reached in each stage stands beside its total. Rankings frozen before keep their ranks: their place is the same number, and
-- their stages are read out of the text that was frozen.
ALTER TABLE "RankingEntry" ADD COLUMN "place" INTEGER, ADD COLUMN "stages" JSONB NOT NULL DEFAULT '[]';

ALTER TABLE "RankingEntry" DISABLE TRIGGER ranking_entry_frozen;
UPDATE "RankingEntry" SET "place" = rank;
UPDATE "RankingEntry" e SET "stages" = frozen.stages
FROM (
  SELECT s."organizerId", s.id, entry->>'code' AS code, jsonb_agg(jsonb_build_object(
    'stage', stage->'stage', 'points', stage->'points', 'readings', stage->'readings', 'lowest', stage->'lowest', 'highest', stage->'highest'
  ) ORDER BY number) AS stages
  FROM "RankingSnapshot" s
  CROSS JOIN LATERAL jsonb_array_elements(s.body::jsonb->'entries') AS entry
  CROSS JOIN LATERAL jsonb_array_elements(entry->'stages') WITH ORDINALITY AS listed(stage, number)
  GROUP BY s."organizerId", s.id, entry->>'code'
) frozen
WHERE frozen."organizerId" = e."organizerId" AND frozen.id = e."snapshotId" AND frozen.code = e.code;
ALTER TABLE "RankingEntry" ENABLE TRIGGER ranking_entry_frozen;

ALTER TABLE "RankingEntry" ALTER COLUMN "place" SET NOT NULL;
ALTER TABLE "RankingEntry" DROP CONSTRAINT "RankingEntry_pkey", ADD CONSTRAINT "RankingEntry_pkey" PRIMARY KEY ("organizerId", "snapshotId", "place");
