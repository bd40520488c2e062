// Charts come as pictures; where the shared bundle is there they become live. No expression is compiled from text (strict CSP).
document.querySelectorAll("[data-chart]").forEach((place) => {
  if (!window.vegaEmbed) return;
  const spec = JSON.parse(document.getElementById("spec-" + place.dataset.chart).textContent);
  const picture = place.querySelector("img");
  const live = document.createElement("div");
  live.style.width = "100%";
  live.setAttribute("role", "img");
  live.setAttribute("aria-label", picture.alt);
  place.append(live);
  window.vegaEmbed(live, spec, { actions: false, renderer: "svg", ast: true }).then(
    () => { picture.hidden = true; },
    () => { live.remove(); },
  );
});
