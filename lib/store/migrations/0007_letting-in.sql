ALTER TABLE "people" ADD COLUMN "let_in" text;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "let_in_key" text;--> statement-breakpoint
CREATE INDEX "people_let_in" ON "people" USING btree ("check_id","let_in") WHERE "people"."let_in" is not null;