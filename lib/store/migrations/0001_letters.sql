CREATE TABLE "letters" (
	"subject" text NOT NULL,
	"writer" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "letters_subject_writer_pk" PRIMARY KEY("subject","writer")
);
--> statement-breakpoint
CREATE INDEX "letters_at" ON "letters" USING btree ("at");