import { expect, it } from "vitest";
import { readUpload } from "./upload.ts";

const formOf = (file: Blob | undefined, fields: Readonly<Record<string, string>> = {}): Request => {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  if (file) body.set("list", file, "blocks.csv");
  return new Request("http://localhost/", { method: "POST", body });
};
const statusOf = async (request: Request, limit = 1_000) => {
  const read = await readUpload(request, "list", limit);
  return read.ok ? "read" : read.response.status;
};

it("reads a form's fields and the text of its file", async () => {
  const read = await readUpload(formOf(new Blob(["#domain\nloud.test\0\n"]), { server: " far.test " }), "list", 1_000);
  expect(read).toEqual({ ok: true, value: { fields: { server: "far.test" }, file: "#domain\nloud.test\ufffd\n" } });
});

it("tells a form without a file, and one with an empty file, from one with a list", async () => {
  for (const file of [undefined, new Blob([])])
    expect(await readUpload(formOf(file), "list", 1_000)).toMatchObject({ ok: true, value: { file: undefined } });
});

it("refuses what is too long, what is no form, and what is broken", async () => {
  const headers = { "content-type": "multipart/form-data; boundary=here" };
  const sent = (body: string) => statusOf(new Request("http://localhost/", { method: "POST", headers, body }));
  expect(await sent("x".repeat(2_000))).toBe(413);
  expect(await sent("--there")).toBe(400);
  expect(await statusOf(new Request("http://localhost/", { method: "POST", body: "a=b" }))).toBe(415);
});

it("refuses a form of thousands of parts before it is read", async () => {
  const part = '--here\r\ncontent-disposition: form-data; name="x"\r\n\r\nv\r\n';
  const headers = { "content-type": "multipart/form-data; boundary=here" };
  const body = `${part.repeat(5_000)}--here--\r\n`;
  const sent = new Request("http://localhost/", { method: "POST", headers, body });
  expect(await statusOf(sent, 1_000_000)).toBe(413);
});
