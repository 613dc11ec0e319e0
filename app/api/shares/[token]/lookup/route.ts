import { answerLookUp } from "../../../../r/_page/look-up.ts";

export async function POST(
  request: Request,
  { params }: { readonly params: Promise<{ readonly token: string }> },
): Promise<Response> {
  return answerLookUp(request, (await params).token);
}
