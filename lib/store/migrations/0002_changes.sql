ALTER TABLE "people" ADD COLUMN "was_missing" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "servers" ADD COLUMN "said_before" jsonb;