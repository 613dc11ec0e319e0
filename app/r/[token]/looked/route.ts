import { answering } from "../../../api/_http/answering.ts";
import { showLook } from "../../_page/look.ts";

type Route = { readonly params: Promise<{ readonly token: string }> };

export const GET = answering(async (request: Request, { params }: Route) => showLook(request, (await params).token));
