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

/** Why something was not done, in the server's words; empty where it gave none. */
export const reasonOf = (json) => json?.error?.message ?? json?.message ?? "";

/** Whether an answer asks to sign in again: nobody is, or the word against forgery is of another session. */
export const asksToSignIn = ({ status, json }) =>
  status === 401 || (status === 403 && ["form_expired", "second_factor", undefined].includes(json.error?.code));

/**
 * The story's page as it is now: `{csrf, person, seen, form, body}`; without a form where the story cannot be written any
 * more. Nothing where nobody is signed in. Throws where the server was not reached.
 */
export async function freshPage(address, wait) {
  const answer = await fetch(address, {
    credentials: "same-origin", headers: { Accept: "text/html" }, signal: AbortSignal.timeout(wait),
  });
  if (!answer.ok || answer.redirected) return null;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const form = page.querySelector("form#story");
  if (!form) return { form: null };
  return {
    form,
    csrf: form.elements.namedItem("csrf").value,
    person: form.dataset.person,
    seen: Number(form.dataset.seen),
    body: JSON.parse(page.getElementById("body-json").textContent),
  };
}
