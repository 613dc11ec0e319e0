import { useTranslations } from "next-intl";
import { addressInput, Field, inputLook } from "#components/ui/field.tsx";
import { Fold } from "#components/ui/fold.tsx";

/** What became of a list that was sent a moment ago: `read`, or why it could not be used. */
export type ListSent = { readonly code: string; readonly server?: string | undefined };

type BlockListFormProps = {
  checkPath: string;
  /** The server whose list it is; without one its name is typed. */
  host?: string | undefined;
  sent: ListSent | undefined;
};

/** What the page's own address says of it. */
export function listSentIn(query: Readonly<Record<string, string | string[] | undefined>>): ListSent | undefined {
  const one = (name: string) => [query[name]].flat()[0];
  const code = one("list");
  return code === undefined ? undefined : { code, server: one("of") };
}

/** A block list that an admin handed out, for a server that publishes none. A plain form with a file. */
export function BlockListForm({ checkPath, host, sent }: BlockListFormProps) {
  const t = useTranslations("blockList");
  const [ofServer, ofFile] = problemsOf(sent);
  return (
    <Fold className="section print:hidden" id="block-list" open={sent !== undefined} summary={t("title")}>
      <p>{t("text")}</p>
      {sent?.code === "read" ? (
        <p className="note note--words note--plain" role="status">
          {t("read", { server: sent.server ?? host ?? "" })}
        </p>
      ) : null}
      <form action={`${checkPath}/block-list`} className="stack" encType="multipart/form-data" method="post">
        {host ? <input name="host" type="hidden" value={host} /> : <ServerField code={ofServer} typed={sent?.server} />}
        <FileField code={ofFile} />
        <p className="btns">
          <button className="btn" type="submit">
            {t("submit")}
          </button>
        </p>
      </form>
    </Fold>
  );
}

const FILE_PROBLEMS = ["no-file", "no-list", "too-long", "too-many"] as const;
const SERVER_PROBLEMS = [
  "host-empty",
  "host-syntax",
  "host-address",
  "host-single-label",
  "host-local",
  "host-port",
] as const;

/** What is wrong with the server's name, and what with the file. */
function problemsOf(sent: ListSent | undefined): readonly [string | undefined, string | undefined] {
  if (!sent || sent.code === "read") return [undefined, undefined];
  const isOfFile = FILE_PROBLEMS.some((one) => one === sent.code);
  return isOfFile ? [undefined, sent.code] : [sent.code, undefined];
}

function ServerField({ code, typed }: { code: string | undefined; typed: string | undefined }) {
  const t = useTranslations("blockList");
  const wrong = useTranslations("start.problem");
  const spelling = SERVER_PROBLEMS.find((one) => one === code);
  const problem = spelling
    ? wrong(spelling)
    : code === "nobody-there"
      ? t("problem.nobody-there")
      : code && wrong("other");
  return (
    <Field id="block-list-server" label={t("server")} problem={problem}>
      {(described) => (
        <input {...described} {...addressInput} defaultValue={typed} maxLength={500} name="server" required />
      )}
    </Field>
  );
}

function FileField({ code }: { code: string | undefined }) {
  const t = useTranslations("blockList");
  const known = FILE_PROBLEMS.find((one) => one === code);
  return (
    <Field hint={t("hint")} id="block-list-file" label={t("file")} problem={known && t(`problem.${known}`)}>
      {(described) => (
        <input
          {...described}
          accept=".csv,.txt,.json,text/csv,text/plain,application/json"
          className={inputLook}
          name="list"
          required
          type="file"
        />
      )}
    </Field>
  );
}
