-- One transaction: a database that this cannot be done to stays as it was.
BEGIN;

-- AlterTable: an hour of review keeps which items it asks; a lesson's quiz asks all of its own.
ALTER TABLE "Attempt" ADD COLUMN "items" TEXT;

-- AlterTable: the learner's own date of an answer; of the old ones it was not noted.
ALTER TABLE "Answer" ADD COLUMN "day" TEXT;

COMMIT;
