/** Icons of parts that the browser draws: each a name of its own, so that a page loads those it shows. */
export const WARN = "M12 3 2 20h20zM12 10v4M12 17h.01";
export const CHEVRON = "M9 18l6-6-6-6";
export const CHECK = "M20 6 9 17l-5-5";
export const COPY = "M9 9h12v12H9zM15 9V3H3v12h6";
export const SHARE =
  "M18 2a3 3 0 1 0 0 6 3 3 0 0 0 0-6ZM6 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6ZM18 16a3 3 0 1 0 0 6 3 3 0 0 0 0-6ZM8.6 13.5l6.8 4M15.4 6.5l-6.8 4";
