CREATE TABLE "sign_in_apps" (
	"key" text PRIMARY KEY NOT NULL,
	"sealed" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sign_in_attempts" (
	"state_hash" text PRIMARY KEY NOT NULL,
	"check_id" text NOT NULL,
	"sealed" text NOT NULL,
	"until" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sign_ins" (
	"check_id" text NOT NULL,
	"side" text NOT NULL,
	"sealed" text NOT NULL,
	"digest" text NOT NULL,
	"until" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "sign_ins_check_id_side_pk" PRIMARY KEY("check_id","side")
);
--> statement-breakpoint
ALTER TABLE "checks" ADD COLUMN "sign_ins" jsonb;--> statement-breakpoint
ALTER TABLE "sign_in_attempts" ADD CONSTRAINT "sign_in_attempts_check_id_checks_id_fk" FOREIGN KEY ("check_id") REFERENCES "public"."checks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_ins" ADD CONSTRAINT "sign_ins_check_id_checks_id_fk" FOREIGN KEY ("check_id") REFERENCES "public"."checks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "sign_in_attempts_until" ON "sign_in_attempts" USING btree ("until");--> statement-breakpoint
CREATE INDEX "sign_ins_digest" ON "sign_ins" USING btree ("digest");--> statement-breakpoint
CREATE INDEX "sign_ins_until" ON "sign_ins" USING btree ("until");