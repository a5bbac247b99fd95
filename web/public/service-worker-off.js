// Served in the place of service-worker.js, this ends the service worker in every browser that has
// it, and forgets what it kept; see docs/offline.md. Pages that are open go on by the network.
self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => {
  const { registration, caches } = self;
  const end = async () => {
    await caches.delete(`tabstream ${registration.scope}`);
    await registration.unregister();
  };
  event.waitUntil(end());
});
