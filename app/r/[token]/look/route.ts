import { answering } from "../../../api/_http/answering.ts";
import { setOutToLook } from "../../_page/look.ts";

type Route = { readonly params: Promise<{ readonly token: string }> };

export const POST = answering(async (request: Request, { params }: Route) =>
  setOutToLook(request, (await params).token),
);
