// The page works without this. It keeps the name out of what is sent, asks without a new page, remembers servers on this
// device alone, and copies.

const way = document.getElementById("way");
/** With the prefix by which the start page forgets everything on this device. */
const KEPT = "housewarming.home";

const MOST_KEPT = 5;

/** Servers, the last one first, a line each. Some windows of apps have no storage, or refuse it. */
const kept = {
  read() {
    try {
      return (localStorage.getItem(KEPT) ?? "").split("\n").filter(Boolean);
    } catch {
      return [];
    }
  },
  add(server) {
    const all = [server, ...kept.read().filter((other) => other !== server)];
    try {
      localStorage.setItem(KEPT, all.slice(0, MOST_KEPT).join("\n"));
    } catch {}
  },
  forget() {
    try {
      localStorage.removeItem(KEPT);
    } catch {}
  },
};

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

const byId = (id) => document.getElementById(id);

function showKept(isKept) {
  byId("home-hint").hidden = isKept;
  byId("home-kept").hidden = !isKept;
}

function say(words) {
  const problem = byId("home-error");
  problem.querySelector("span").textContent = words;
  problem.hidden = false;
}

/** What the page cannot do without a script. */
function enliven(part) {
  for (const button of part.querySelectorAll("[data-copy]")) button.hidden = false;
  const home = byId("home");
  const servers = kept.read();
  if (!home || servers.length === 0) return;
  byId("homes").replaceChildren(...servers.map((server) => new Option(server, server)));
  if (home.value) return;
  home.value = servers[0];
  showKept(true);
}

async function ask(form) {
  const home = byId("home");
  const button = form.querySelector("[type=submit]");
  const server = serverOf(home.value) || home.value;
  const words = button.textContent;
  button.disabled = true;
  button.textContent = button.dataset.busy;
  try {
    const response = await fetch(form.action, { method: "POST", body: new URLSearchParams({ address: server }) });
    if (response.status === 410) return location.reload();
    if (response.status !== 200 && response.status !== 422)
      return say(response.status === 429 ? button.dataset.tooMany : button.dataset.failed);
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    way.replaceChildren(...page.getElementById("way").childNodes);
    if (response.status === 200) kept.add(server);
    enliven(way);
    byId(response.status === 200 ? "answer" : "home").focus();
  } catch {
    say(button.dataset.failed);
  } finally {
    button.disabled = false;
    button.textContent = words;
  }
}

async function copy(button) {
  const field = byId(button.dataset.copy);
  const label = button.querySelector("span");
  const words = label.textContent;
  field.select();
  // Without a safe connection there is no clipboard; the text is selected for the reader's own hands.
  if (!navigator.clipboard || words === button.dataset.copied) return;
  await navigator.clipboard.writeText(field.value);
  label.textContent = button.dataset.copied;
  button.addEventListener("blur", () => (label.textContent = words), { once: true });
}

document.addEventListener("submit", (event) => {
  if (event.target.id !== "ask") return;
  event.preventDefault();
  void ask(event.target);
});

document.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (button?.dataset.copy) void copy(button);
  if (button?.id !== "home-forget") return;
  kept.forget();
  byId("home").value = "";
  byId("homes").replaceChildren();
  showKept(false);
  byId("home").focus();
});

if (way) enliven(document);
