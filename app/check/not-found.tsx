import { SiteFrame } from "#components/shell/site-frame.tsx";
import NotFound from "../not-found.tsx";

export { generateMetadata } from "../not-found.tsx";

export default function CheckNotFound() {
  return (
    <SiteFrame>
      <NotFound />
    </SiteFrame>
  );
}
