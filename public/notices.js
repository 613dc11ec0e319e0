// Shows what a check of this browser has found, and opens it. It answers no request of a page and keeps nothing.

self.addEventListener("push", (event) => {
  const { title, body, lang, dir, path } = event.data.json();
  const data = { path };
  event.waitUntil(
    self.registration.showNotification(title, { body, lang, dir, data, tag: path, icon: "/touch-icon.png" }),
  );
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(open(event.notification.data.path));
});

/** The key of the check is a cookie of this browser: its address holds none. */
async function open(path) {
  const pages = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  const there = pages.find(({ url }) => new URL(url).pathname === path);
  return there ? there.focus() : self.clients.openWindow(path);
}
