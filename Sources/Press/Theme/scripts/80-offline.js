// The worker that keeps the latest issue readable with no connection.

feature("offline", () => {
  const isLocal = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(location.hostname);
  const savesData = Boolean(navigator.connection && navigator.connection.saveData);
  if (!("serviceWorker" in navigator) || !document.querySelector('link[rel="manifest"]')) return;
  if (savesData || (location.protocol !== "https:" && !isLocal)) return;

  const start = async () => {
    try {
      await navigator.serviceWorker.register("/service-worker.js");
      const registration = await navigator.serviceWorker.ready;
      registration.active.postMessage("keep the latest issue");
    } catch (fault) {
      // Refused by the reader's settings: the paper is read online.
    }
  };
  if (document.readyState === "complete") start();
  else addEventListener("load", start);
});
