// Runs once for each of our gr.HTML parts (`element`, `trigger`, `watch` come from Gradio).
// A click on [data-action] becomes the event "select", whose data are the button's own.
const copier = async (bouton) => {
  const texte = bouton.dataset.texte;
  try {
    await navigator.clipboard.writeText(texte);
  } catch {
    // No clipboard outside https and localhost: the old way.
    const zone = document.createElement("textarea");
    zone.value = texte;
    zone.style.position = "fixed";
    zone.style.opacity = "0";
    document.body.append(zone);
    zone.select();
    document.execCommand("copy");
    zone.remove();
    bouton.focus();
  }
  annoncer(bouton.dataset.fait);
  const avant = bouton.textContent;
  bouton.textContent = bouton.dataset.fait;
  setTimeout(() => { bouton.textContent = avant; }, 2000);
};

// One live region for the whole page, outside what is redrawn.
const annoncer = (texte) => {
  let region = document.getElementById("annonce");
  if (!region) {
    region = document.createElement("div");
    region.id = "annonce";
    region.className = "invisible";
    region.setAttribute("role", "status");
    region.setAttribute("aria-live", "polite");
    document.body.append(region);
  }
  region.textContent = texte;
};

element.addEventListener("click", (evenement) => {
  const bouton = evenement.target.closest("[data-action]");
  if (!bouton) return;
  if (bouton.dataset.action === "copier") copier(bouton);
  else trigger("select", { ...bouton.dataset });
});

const doucement = () =>
  matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth";
let vu = "", annonce = "";
watch("value", () => {
  const langue = element.querySelector("[data-langue]");
  if (langue) document.documentElement.lang = langue.dataset.langue;
  const tour = element.querySelector("[data-tour]");
  if (!tour || !element.closest("#present")) return;
  if (tour.getAttribute("aria-busy") === "true" && tour.dataset.tour !== vu) {
    vu = tour.dataset.tour;
    requestAnimationFrame(() => tour.scrollIntoView({ block: "start", behavior: doucement() }));
  }
  if (tour.dataset.annonce && tour.dataset.annonce !== annonce) annoncer(tour.dataset.annonce);
  annonce = tour.dataset.annonce;
});

// Only the heading, once: the skip link, and Gradio's notice that the server is gone.
const entete = element.querySelector("header.entete");
if (entete) {
  element.addEventListener("click", (evenement) => {
    if (!evenement.target.closest(".saut")) return;
    evenement.preventDefault();
    document.querySelector("#zone textarea").focus();
  });
  new MutationObserver(() => {
    const mots = element.querySelector("header.entete").dataset;
    for (const [ou, mot] of [[".toast-title", mots.probleme], [".toast-message-text", mots.horsLigne]])
      for (const texte of document.querySelectorAll(ou))
        if (texte.textContent !== mot) texte.textContent = mot;
  }).observe(document.body, { childList: true, subtree: true });
}
