ALTER TABLE "checks" ADD COLUMN "earlier" jsonb;--> statement-breakpoint
ALTER TABLE "checks" ADD COLUMN "reading" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "checks" ADD COLUMN "next_look_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "checks" ADD COLUMN "looks" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "checks" ADD COLUMN "looks_wanted" boolean;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "was_cause" text;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "was_certainty" text;--> statement-breakpoint
CREATE INDEX "checks_look" ON "checks" USING btree ("next_look_at");