-- CreateTable
CREATE TABLE "Learner" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP
);

-- CreateTable
CREATE TABLE "Attempt" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "learnerId" TEXT NOT NULL,
    "lesson" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "seed" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "Attempt_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "Learner" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Answer" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "attemptId" TEXT NOT NULL,
    "item" TEXT NOT NULL,
    "tryNumber" INTEGER NOT NULL,
    "places" TEXT NOT NULL,
    "shown" TEXT NOT NULL,
    "sure" BOOLEAN NOT NULL,
    "submission" TEXT NOT NULL,
    "correct" BOOLEAN NOT NULL,
    "points" REAL NOT NULL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "Answer_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "Attempt" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "SectionRead" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "learnerId" TEXT NOT NULL,
    "lesson" TEXT NOT NULL,
    "section" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "SectionRead_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "Learner" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "LabSolved" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "learnerId" TEXT NOT NULL,
    "lesson" TEXT NOT NULL,
    "lab" TEXT NOT NULL,
    "commands" TEXT NOT NULL,
    "untilMs" INTEGER NOT NULL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "LabSolved_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "Learner" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex: The open attempt of a learner in a lesson; all attempts of a learner for the progress.
CREATE UNIQUE INDEX "Attempt_learnerId_lesson_number_key" ON "Attempt"("learnerId", "lesson", "number");

-- CreateIndex: A try counts once; all answers of an attempt, for the quiz and the progress.
CREATE UNIQUE INDEX "Answer_attemptId_item_tryNumber_key" ON "Answer"("attemptId", "item", "tryNumber");

-- CreateIndex: A submission that is sent again is found again.
CREATE UNIQUE INDEX "Answer_attemptId_submission_key" ON "Answer"("attemptId", "submission");

-- CreateIndex: A section is marked once; all that a learner has read, for the progress.
CREATE UNIQUE INDEX "SectionRead_learnerId_lesson_section_key" ON "SectionRead"("learnerId", "lesson", "section");

-- CreateIndex: A lab is solved once; all labs of a learner, for the progress.
CREATE UNIQUE INDEX "LabSolved_learnerId_lesson_lab_key" ON "LabSolved"("learnerId", "lesson", "lab");
