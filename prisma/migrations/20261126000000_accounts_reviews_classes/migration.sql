-- One transaction: a database that this cannot be done to stays as it was.
BEGIN;

-- AlterTable: a learner may become an account or come into a class.
ALTER TABLE "Learner" ADD COLUMN "kind" TEXT NOT NULL DEFAULT 'anonymous';
ALTER TABLE "Learner" ADD COLUMN "locale" TEXT;
ALTER TABLE "Learner" ADD COLUMN "lastSeenAt" DATETIME;

-- AlterTable: an answer is places or texts; of the old ones it was not noted what stands in the new columns.
ALTER TABLE "Answer" RENAME COLUMN "places" TO "response";
ALTER TABLE "Answer" ADD COLUMN "hintsUsed" INTEGER;
ALTER TABLE "Answer" ADD COLUMN "misconceptions" TEXT;
ALTER TABLE "Answer" ADD COLUMN "concept" TEXT;
ALTER TABLE "Answer" ADD COLUMN "variant" TEXT;
ALTER TABLE "Answer" ADD COLUMN "itemHash" TEXT;

-- CreateTable
CREATE TABLE "LearnerMerge" (
    "fromId" TEXT NOT NULL PRIMARY KEY,
    "toId" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "LearnerMerge_toId_fkey" FOREIGN KEY ("toId") REFERENCES "Learner" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "HintTaken" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "attemptId" TEXT NOT NULL,
    "item" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "HintTaken_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "Attempt" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "LabRun" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "learnerId" TEXT NOT NULL,
    "lesson" TEXT NOT NULL,
    "lab" TEXT NOT NULL,
    "commands" TEXT NOT NULL,
    "untilMs" INTEGER NOT NULL,
    "solved" BOOLEAN NOT NULL,
    "goals" TEXT,
    "engine" TEXT,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "LabRun_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "Learner" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ReviewCard" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "learnerId" TEXT NOT NULL,
    "concept" TEXT NOT NULL,
    "due" DATETIME NOT NULL,
    "stability" REAL NOT NULL,
    "difficulty" REAL NOT NULL,
    "scheduledDays" INTEGER NOT NULL,
    "learningSteps" INTEGER NOT NULL,
    "reps" INTEGER NOT NULL,
    "lapses" INTEGER NOT NULL,
    "state" INTEGER NOT NULL,
    "lastReview" DATETIME,
    "algorithm" TEXT NOT NULL DEFAULT 'fsrs6',
    "parameters" TEXT NOT NULL DEFAULT 'v1',
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "ReviewCard_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "Learner" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ReviewLog" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "cardId" INTEGER NOT NULL,
    "answerId" INTEGER,
    "rating" INTEGER NOT NULL,
    "state" INTEGER NOT NULL,
    "due" DATETIME NOT NULL,
    "stability" REAL NOT NULL,
    "difficulty" REAL NOT NULL,
    "scheduledDays" INTEGER NOT NULL,
    "learningSteps" INTEGER NOT NULL,
    "reviewedAt" DATETIME NOT NULL,
    "day" TEXT NOT NULL,
    CONSTRAINT "ReviewLog_cardId_fkey" FOREIGN KEY ("cardId") REFERENCES "ReviewCard" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "ReviewLog_answerId_fkey" FOREIGN KEY ("answerId") REFERENCES "Answer" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "User" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "emailVerified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "learnerId" TEXT,
    CONSTRAINT "User_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "Learner" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Session" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "expiresAt" DATETIME NOT NULL,
    "token" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ipAddress" TEXT,
    "userAgent" TEXT,
    "userId" TEXT NOT NULL,
    CONSTRAINT "Session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Account" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "accountId" TEXT NOT NULL,
    "providerId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "accessToken" TEXT,
    "refreshToken" TEXT,
    "idToken" TEXT,
    "accessTokenExpiresAt" DATETIME,
    "refreshTokenExpiresAt" DATETIME,
    "scope" TEXT,
    "password" TEXT,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "Account_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Verification" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP
);

-- CreateTable
CREATE TABLE "Classroom" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "Classroom_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Learner" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "JoinCode" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "classroomId" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "revokedAt" DATETIME,
    "maxUses" INTEGER,
    "uses" INTEGER NOT NULL DEFAULT 0,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "JoinCode_classroomId_fkey" FOREIGN KEY ("classroomId") REFERENCES "Classroom" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Enrollment" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "classroomId" TEXT NOT NULL,
    "learnerId" TEXT NOT NULL,
    "role" TEXT NOT NULL DEFAULT 'learner',
    "nickname" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "Enrollment_classroomId_fkey" FOREIGN KEY ("classroomId") REFERENCES "Classroom" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Enrollment_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "Learner" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "RecoveryWords" (
    "hash" TEXT NOT NULL PRIMARY KEY,
    "enrollmentId" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "RecoveryWords_enrollmentId_fkey" FOREIGN KEY ("enrollmentId") REFERENCES "Enrollment" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Assignment" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "classroomId" TEXT NOT NULL,
    "lesson" TEXT NOT NULL,
    "lab" TEXT,
    "opensAt" DATETIME,
    "dueAt" DATETIME,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "Assignment_classroomId_fkey" FOREIGN KEY ("classroomId") REFERENCES "Classroom" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- A lab that was kept as solved is a run that solved it.
INSERT INTO "LabRun" ("learnerId", "lesson", "lab", "commands", "untilMs", "solved", "createdAt")
SELECT "learnerId", "lesson", "lab", "commands", "untilMs", true, "createdAt" FROM "LabSolved" ORDER BY "id";

-- DropTable
DROP TABLE "LabSolved";

-- CreateIndex: All that were merged into a learner, when that one is merged or deleted itself.
CREATE INDEX "LearnerMerge_toId_idx" ON "LearnerMerge"("toId");

-- CreateIndex: A hint is taken once; the hints of an item, when it is answered.
CREATE UNIQUE INDEX "HintTaken_attemptId_item_number_key" ON "HintTaken"("attemptId", "item", "number");

-- CreateIndex: The runs of a learner in a lab, to know one that comes again; the solved labs of a learner, for the progress.
CREATE INDEX "LabRun_learnerId_lesson_lab_idx" ON "LabRun"("learnerId", "lesson", "lab");

-- CreateIndex: What is due today.
CREATE INDEX "ReviewCard_learnerId_due_idx" ON "ReviewCard"("learnerId", "due");

-- CreateIndex: One card for each concept.
CREATE UNIQUE INDEX "ReviewCard_learnerId_concept_key" ON "ReviewCard"("learnerId", "concept");

-- CreateIndex: The logs of a card in their order, to replay them.
CREATE INDEX "ReviewLog_cardId_reviewedAt_idx" ON "ReviewLog"("cardId", "reviewedAt");

-- CreateIndex: An answer is rated once.
CREATE UNIQUE INDEX "ReviewLog_answerId_key" ON "ReviewLog"("answerId");

-- CreateIndex: Sign-in by address; an address has one account.
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");

-- CreateIndex: The account of a learner; a learner has one.
CREATE UNIQUE INDEX "User_learnerId_key" ON "User"("learnerId");

-- CreateIndex: All sessions of a user, to end them.
CREATE INDEX "Session_userId_idx" ON "Session"("userId");

-- CreateIndex: The session of a cookie.
CREATE UNIQUE INDEX "Session_token_key" ON "Session"("token");

-- CreateIndex: The ways in of a user.
CREATE INDEX "Account_userId_idx" ON "Account"("userId");

-- CreateIndex: What is waited for, when it comes back.
CREATE INDEX "Verification_identifier_idx" ON "Verification"("identifier");

-- CreateIndex: The classes of an instructor.
CREATE INDEX "Classroom_ownerId_idx" ON "Classroom"("ownerId");

-- CreateIndex: The codes of a class.
CREATE INDEX "JoinCode_classroomId_idx" ON "JoinCode"("classroomId");

-- CreateIndex: The code that somebody typed.
CREATE UNIQUE INDEX "JoinCode_hash_key" ON "JoinCode"("hash");

-- CreateIndex: The classes of a learner.
CREATE INDEX "Enrollment_learnerId_idx" ON "Enrollment"("learnerId");

-- CreateIndex: A learner is in a class once; all of a class.
CREATE UNIQUE INDEX "Enrollment_classroomId_learnerId_key" ON "Enrollment"("classroomId", "learnerId");

-- CreateIndex: A nickname names one learner of a class.
CREATE UNIQUE INDEX "Enrollment_classroomId_nickname_key" ON "Enrollment"("classroomId", "nickname");

-- CreateIndex: The words of an enrollment, when it is merged.
CREATE INDEX "RecoveryWords_enrollmentId_idx" ON "RecoveryWords"("enrollmentId");

-- CreateIndex: The assignments of a class.
CREATE INDEX "Assignment_classroomId_idx" ON "Assignment"("classroomId");

COMMIT;
