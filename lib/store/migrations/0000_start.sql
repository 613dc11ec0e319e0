CREATE TABLE "checks" (
	"id" text PRIMARY KEY NOT NULL,
	"key_hash" text NOT NULL,
	"mode" text NOT NULL,
	"state" text DEFAULT 'queued' NOT NULL,
	"rev" bigint DEFAULT 0 NOT NULL,
	"old" text NOT NULL,
	"targets" jsonb NOT NULL,
	"accts" text[] DEFAULT '{}' NOT NULL,
	"input" jsonb NOT NULL,
	"input_rev" bigint DEFAULT 0 NOT NULL,
	"facts" jsonb,
	"move" jsonb,
	"counts" jsonb,
	"steps" jsonb NOT NULL,
	"waits" jsonb NOT NULL,
	"resumes_at" timestamp (3) with time zone,
	"cursor" jsonb NOT NULL,
	"fence" bigint DEFAULT 0 NOT NULL,
	"leased_by" text,
	"leased_until" timestamp (3) with time zone,
	"rules" text,
	"proof" jsonb NOT NULL,
	"history" jsonb NOT NULL,
	"changes" jsonb,
	"failure" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ledger" (
	"host" text PRIMARY KEY NOT NULL,
	"tally" jsonb NOT NULL,
	"idle_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "memory" (
	"key" text PRIMARY KEY NOT NULL,
	"host" text NOT NULL,
	"value" jsonb,
	"at" timestamp (3) with time zone,
	"expires_at" timestamp (3) with time zone,
	"claimed_by" text,
	"claimed_until" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "opt_outs" (
	"host" text PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "people" (
	"check_id" text NOT NULL,
	"acct" text NOT NULL,
	"server" text NOT NULL,
	"person" jsonb NOT NULL,
	"known" boolean GENERATED ALWAYS AS (person ?| '{old,before}') STORED NOT NULL,
	"missing" boolean GENERATED ALWAYS AS (person ?| '{old,before}' and person->'in' = '[]' and not person ? 'hereAs') STORED NOT NULL,
	"you_follow" boolean GENERATED ALWAYS AS (person @> '{"youFollow":true}') STORED NOT NULL,
	"last_post_at" text GENERATED ALWAYS AS (coalesce(person->'old'->>'lastPostAt', '')) STORED NOT NULL,
	"search" text GENERATED ALWAYS AS (lower(acct || ' ' || coalesce(person->>'display', ''))) STORED NOT NULL,
	"verdict" jsonb,
	"cause" text,
	"grp" text,
	"reach" text,
	"mark" text,
	"rev" bigint NOT NULL,
	CONSTRAINT "people_check_id_acct_pk" PRIMARY KEY("check_id","acct")
);
--> statement-breakpoint
CREATE TABLE "servers" (
	"check_id" text NOT NULL,
	"host" text NOT NULL,
	"facts" jsonb,
	"verdict" jsonb,
	"reach" text,
	"state" text DEFAULT 'todo' NOT NULL,
	"slow" boolean DEFAULT false NOT NULL,
	"known" integer DEFAULT 0 NOT NULL,
	"missing" integer DEFAULT 0 NOT NULL,
	"asked" integer DEFAULT 0 NOT NULL,
	"asked_at" timestamp (3) with time zone,
	"stale" boolean DEFAULT true NOT NULL,
	"rev" bigint NOT NULL,
	CONSTRAINT "servers_check_id_host_pk" PRIMARY KEY("check_id","host")
);
--> statement-breakpoint
CREATE TABLE "settings" (
	"name" text PRIMARY KEY NOT NULL,
	"value" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "share_asks" (
	"key" text PRIMARY KEY NOT NULL,
	"host" text NOT NULL,
	"value" jsonb,
	"at" timestamp (3) with time zone,
	"expires_at" timestamp (3) with time zone,
	"claimed_by" text,
	"claimed_until" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "shares" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"check_id" text,
	"accts" text[] DEFAULT '{}' NOT NULL,
	"data" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"numbers_until" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_check_id_checks_id_fk" FOREIGN KEY ("check_id") REFERENCES "public"."checks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "servers" ADD CONSTRAINT "servers_check_id_checks_id_fk" FOREIGN KEY ("check_id") REFERENCES "public"."checks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shares" ADD CONSTRAINT "shares_check_id_checks_id_fk" FOREIGN KEY ("check_id") REFERENCES "public"."checks"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "checks_expires" ON "checks" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "checks_state" ON "checks" USING btree ("state");--> statement-breakpoint
CREATE INDEX "memory_host" ON "memory" USING btree ("host");--> statement-breakpoint
CREATE INDEX "memory_expires" ON "memory" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "people_server" ON "people" USING btree ("check_id","server");--> statement-breakpoint
CREATE INDEX "servers_rev" ON "servers" USING btree ("check_id","rev");--> statement-breakpoint
CREATE INDEX "share_asks_host" ON "share_asks" USING btree ("host");--> statement-breakpoint
CREATE INDEX "share_asks_expires" ON "share_asks" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "shares_check" ON "shares" USING btree ("check_id");