// The page works without this. It keeps the name out of what is sent, asks without a new page, and copies.

const form = document.getElementById("ask");
const home = document.getElementById("home");
const answer = document.getElementById("answer");
const problem = document.getElementById("home-error");

/** Only the server is anybody's business: the name in an address stays in this window. */
function serverOf(text) {
  const typed = text.trim();
  const at = typed.lastIndexOf("@");
  if (/^https?:\/\//i.test(typed)) {
    const url = URL.parse ? URL.parse(typed) : null;
    return url ? url.host : typed;
  }
  return at < 0 ? typed : typed.slice(at + 1);
}

function put(place, from) {
  place.replaceChildren(...(from ? from.childNodes : []));
}

async function ask(button) {
  const server = serverOf(home.value) || home.value;
  const words = button.textContent;
  button.disabled = true;
  button.textContent = button.dataset.busy;
  try {
    const response = await fetch(form.action, { method: "POST", body: new URLSearchParams({ address: server }) });
    if (response.status === 410) return location.reload();
    if (response.status !== 200 && response.status !== 422) {
      problem.textContent = response.status === 429 ? button.dataset.tooMany : button.dataset.failed;
      return;
    }
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    put(answer, page.getElementById("answer"));
    put(problem, page.getElementById("home-error"));
    home.setAttribute("aria-invalid", String(response.status === 422));
    (response.status === 422 ? home : answer).focus();
  } catch {
    problem.textContent = button.dataset.failed;
  } finally {
    button.disabled = false;
    button.textContent = words;
  }
}

form?.addEventListener("submit", (event) => {
  event.preventDefault();
  void ask(form.querySelector("button"));
});

for (const button of document.querySelectorAll("[data-copy]")) {
  const field = document.getElementById(button.dataset.copy);
  const words = button.textContent;
  button.hidden = false;
  button.addEventListener("click", async () => {
    field.select();
    // Without a safe connection there is no clipboard; the text is selected for the reader's own hands.
    if (!navigator.clipboard) return;
    await navigator.clipboard.writeText(field.value);
    button.textContent = button.dataset.copied;
    button.addEventListener("blur", () => (button.textContent = words), { once: true });
  });
  field.addEventListener("focus", () => field.select());
}
