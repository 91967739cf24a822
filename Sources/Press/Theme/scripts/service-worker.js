// Keeps the latest issue readable with no connection. Pages come from the network first, files with a hash in their
// address from the cache first. What is asked, counted or signed is never kept.
"use strict";

const cacheName = "broadsheet-1";
const patienceMilliseconds = 3000;
const entriesMax = 200;
const bytesMax = 20 * 1024 * 1024;
const entryBytesMax = 2 * 1024 * 1024;
const fetchesAtOnce = 2;
const frontFreshMilliseconds = 10 * 60 * 1000;
const pageFreshMilliseconds = 12 * 60 * 60 * 1000;
const front = "/";
const lastResort = "/offline/";
const ledger = "/corrections/";

const never = /^\/(search|views|wechat|api|feeds|desk|preview|healthz|readyz|metrics|service-worker\.js)(\/|$)/;
const forEver = /^\/(assets|media)\//;
const seldom = /^\/(qr\/|logo\.svg$|icon\.png$|share\.png$|manifest\.webmanifest$)/;

self.addEventListener("install", (event) => {
  event.waitUntil(store(lastResort).then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(removeOldCaches().then(() => self.clients.claim()).then(keepLatestIssue));
});

self.addEventListener("message", (event) => {
  if (event.data === "keep the latest issue") event.waitUntil(keepLatestIssue());
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin || never.test(url.pathname)) return;
  if (request.headers.has("range") || request.cache === "only-if-cached") return;
  if (forEver.test(url.pathname)) event.respondWith(cacheFirst(event));
  else if (request.mode === "navigate" || seldom.test(url.pathname)) event.respondWith(networkFirst(event));
});

async function removeOldCaches() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name !== cacheName && name.startsWith("broadsheet-"))
    .map((name) => caches.delete(name)));
}

// Answers

async function cacheFirst(event) {
  const cache = await caches.open(cacheName);
  const kept = await cache.match(event.request, { ignoreVary: true });
  if (kept) return kept;
  const response = await fetch(event.request);
  event.waitUntil(keep(cache, event.request, response.clone()).catch(() => {}));
  return response;
}

/** The network's answer; after three seconds, or without a network, the one that is kept; at last the offline page. */
async function networkFirst(event) {
  const { request } = event;
  const cache = await caches.open(cacheName);
  const kept = await cache.match(request, { ignoreSearch: true, ignoreVary: true });
  const arriving = fetch(request);
  event.waitUntil(arriving.then((response) => keep(cache, request, response.clone())).catch(() => {}));
  try {
    if (!kept) return await arriving;
    const patience = new Promise((done) => { setTimeout(done, patienceMilliseconds, kept); });
    const response = await Promise.race([arriving, patience]);
    return response.status >= 500 ? kept : response;
  } catch (fault) {
    const page = request.mode === "navigate" ? await cache.match(lastResort) : undefined;
    return kept || page || Response.error();
  }
}

// Keeping

/** Puts an answer by. One that says the page is gone takes the kept page away. */
async function keep(cache, request, response) {
  const url = new URL(request.url);
  if (response.status === 404 || response.status === 410) {
    await cache.delete(request, { ignoreSearch: true });
    return;
  }
  const isOwn = response.status === 200 && response.type === "basic" && !response.redirected;
  if (!isOwn || url.search || /no-store/.test(response.headers.get("cache-control") || "")) return;
  const bytes = Number(response.headers.get("content-length")) || (await response.clone().blob()).size;
  if (bytes <= entryBytesMax) await cache.put(url.pathname, response);
}

async function store(path) {
  const cache = await caches.open(cacheName);
  const request = new Request(path, { cache: forEver.test(path) ? "default" : "no-cache" });
  await keep(cache, request, await fetch(request));
}

let keeping = null;
function keepLatestIssue() {
  if (!keeping) keeping = keepFromFront().catch(() => {}).then(() => { keeping = null; });
  return keeping;
}

/** Fetches what the front links to, where it is missing or was fetched long ago; asks for the front itself seldom. */
async function keepFromFront() {
  const cache = await caches.open(cacheName);
  if (await isStale(cache, front, frontFreshMilliseconds)) await store(front).catch(() => {});
  const page = await cache.match(front);
  if (!page) return;
  const wanted = [lastResort].concat(linksOf(await page.text()));
  const stale = await Promise.all(wanted.map((path) => isStale(cache, path, pageFreshMilliseconds)));
  const missing = wanted.filter((path, index) => stale[index]);
  const work = Array.from({ length: fetchesAtOnce }, async () => {
    while (missing.length) await store(missing.shift()).catch(() => {});
  });
  await Promise.all(work);
  await dropWithdrawn(cache).catch(() => {});
  await trim(cache, new Set([front].concat(wanted)));
}

/** Asks anew for what is kept of the stories that the ledger of corrections names: those withdrawn go at once. */
async function dropWithdrawn(cache) {
  if (!await isStale(cache, ledger, frontFreshMilliseconds)) return;
  await store(ledger);
  const page = await cache.match(ledger);
  if (!page) return;
  for (const path of linksOf(await page.text())) {
    if (await cache.match(path) && await isStale(cache, path, frontFreshMilliseconds)) await store(path);
  }
}

async function isStale(cache, path, freshMilliseconds) {
  const response = await cache.match(path);
  if (!response) return true;
  return !forEver.test(path) && Date.now() - Date.parse(response.headers.get("date")) > freshMilliseconds;
}

/** What a page needs and links to: its sheets, scripts and pictures, and its own pages up to the end of its main part. */
function linksOf(html) {
  const head = (html.match(/<(?:link[^>]*rel="(?:stylesheet|manifest)"|script)[^>]*>/g) || []).join("");
  const body = html.slice(html.indexOf("<body"), html.indexOf("</main>"));
  const paths = new Set();
  const add = (found, path) => {
    const { origin, pathname } = new URL(path.replace(/&amp;/g, "&"), self.location.origin);
    if (origin === self.location.origin && pathname !== front && !never.test(pathname)) paths.add(pathname);
    return "";
  };
  head.replace(/(?:href|src)="(\/[^"?#]*)"/g, add);
  body.replace(/<img[^>]*\ssrc="(\/[^"?#]*)"/g, add);
  body.replace(/<a[^>]*\shref="(\/(?!media\/|assets\/)[^"?#]*)(?:#[^"]*)?"/g, add);
  return Array.from(paths).slice(0, entriesMax - 2);
}

/** Removes the oldest beyond the bounds; what the latest issue needs goes last. */
async function trim(cache, needed) {
  const requests = await cache.keys();
  const newestFirst = requests.slice().reverse();
  const isNeeded = (request) => needed.has(new URL(request.url).pathname);
  const ranked = newestFirst.filter(isNeeded).concat(newestFirst.filter((request) => !isNeeded(request)));
  let bytes = 0;
  let entries = 0;
  for (const request of ranked) {
    const response = await cache.match(request);
    if (!response) continue;
    const size = Number(response.headers.get("content-length")) || (await response.blob()).size;
    if (entries + 1 > entriesMax || bytes + size > bytesMax) {
      await cache.delete(request);
    } else {
      bytes += size;
      entries += 1;
    }
  }
}
