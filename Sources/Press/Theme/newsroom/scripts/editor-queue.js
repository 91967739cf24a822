// The requests of one page, one after the other.

export class Queue {
  constructor() { this.last = Promise.resolve(); }

  /** Runs a job when those before it are done; its answer. A job that fails does not stop the next. */
  run(job) {
    const done = this.last.then(job);
    this.last = done.catch(() => {});
    return done;
  }
}

/** What the server said: its status and its JSON. Throws where it was not reached. */
export async function ask(address, { body = null, csrf = "", keepalive = false, wait }) {
  const answer = await fetch(address, {
    method: body === null ? "GET" : "POST",
    body,
    keepalive,
    credentials: "same-origin",
    redirect: "error",
    headers: { Accept: "application/json", ...(body === null ? {} : { "X-CSRF": csrf }) },
    signal: AbortSignal.timeout(wait),
  });
  const json = await answer.json().catch(() => ({}));
  return { status: answer.status, json };
}

/** The word against forgery of a page that was loaded anew, and whose page it is; nothing where nobody is signed in. */
export async function freshCSRF(address) {
  const answer = await fetch(address, { credentials: "same-origin", headers: { Accept: "text/html" } });
  if (!answer.ok) return null;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const form = page.getElementById("story");
  const csrf = form?.querySelector("input[name=csrf]")?.value;
  return csrf ? { csrf, person: form.dataset.person } : null;
}
