import { answerLookUp } from "../../../../r/_page/look-up.ts";
import { answering } from "../../../_http/answering.ts";

type Route = { readonly params: Promise<{ readonly token: string }> };

export const POST = answering(async (request: Request, { params }: Route) =>
  answerLookUp(request, (await params).token),
);
