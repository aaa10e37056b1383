-- An adapted innovation that is not on record here is described: besides its name, whose it is and since when it counts.
ALTER TABLE "Submission" ADD COLUMN "sourceAgency" TEXT NOT NULL DEFAULT '';
ALTER TABLE "Submission" ADD COLUMN "sourceYear" INTEGER;
