// Next writes next-env.d.ts only when it runs; types have to hold in a bare clone too.
/// <reference types="next" />
/// <reference types="next/image-types/global" />
