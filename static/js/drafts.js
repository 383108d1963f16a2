// What was typed into a long form is kept in this tab until it was sent and stored, and offered again
// when it was not: after a sign-in or an outage that came between, a reload, a step back. That it was
// stored is told by the page that follows (drafts-sent.js).
(function () {
  "use strict";

  const form = document.querySelector("form[data-draft]");
  if (!form) return;
  const key = `draft:${window.location.pathname}`;

  const fields = () =>
    [...form.elements].filter(
      (field) => field.name && !["hidden", "password", "file", "submit", "button", "search"].includes(field.type),
    );
  const choice = (field) => field.type === "checkbox" || field.type === "radio";
  const held = () => {
    try {
      return JSON.parse(window.sessionStorage.getItem(key));
    } catch {
      return null;
    }
  };
  const put = (draft) => {
    try {
      window.sessionStorage.setItem(key, JSON.stringify(draft));
    } catch {
      // A full or forbidden storage keeps nothing: the form works as ever.
    }
  };
  const keep = (sent) => {
    const values = fields()
      .filter((field) => !choice(field) || field.checked)
      .map((field) => [field.name, field.value]);
    put({ sent, values, at: new Date().toISOString() });
  };
  const forget = () => window.sessionStorage.removeItem(key);

  const bringBack = (values) => {
    fields().forEach((field) => {
      const given = values.filter(([name]) => name === field.name).map(([, value]) => value);
      if (choice(field)) field.checked = given.includes(field.value);
      else if (given.length) field.value = given[0];
    });
  };

  const draft = held();
  if (draft && form.dataset.draft === "fresh") {
    const offer = document.createElement("p");
    offer.className = "draft";
    offer.setAttribute("role", "status");
    const said = document.getElementById("live").dataset;
    offer.append(`${said.typed.replace("{time}", draft.at.slice(11, 16))} `);
    [[said.bring, () => bringBack(draft.values)], [said.forget, forget]].forEach(([words, act]) => {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "button--small";
      button.textContent = words;
      button.addEventListener("click", () => {
        act();
        offer.remove();
      });
      offer.append(button, " ");
    });
    form.before(offer);
  }

  let waiting = 0;
  form.addEventListener("input", () => {
    window.clearTimeout(waiting);
    waiting = window.setTimeout(keep, 400, false);
  });
  form.addEventListener("submit", () => {
    window.clearTimeout(waiting);
    keep(true);
  });
})();
