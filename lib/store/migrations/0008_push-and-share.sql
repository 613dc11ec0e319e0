CREATE TABLE "push_subscriptions" (
	"check_id" text NOT NULL,
	"device" text NOT NULL,
	"sealed" text NOT NULL,
	"told_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "push_subscriptions_check_id_device_pk" PRIMARY KEY("check_id","device")
);
--> statement-breakpoint
ALTER TABLE "shares" ADD COLUMN "shows_missing" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "push_subscriptions" ADD CONSTRAINT "push_subscriptions_check_id_checks_id_fk" FOREIGN KEY ("check_id") REFERENCES "public"."checks"("id") ON DELETE cascade ON UPDATE no action;