"use strict";
// A password can be looked at while it is typed, and a new one says how hard it is to guess by
// trying: how many bits, as its length and the kinds of its characters have it. What everybody tries
// first only the hub knows; it refuses that whatever is said here.
(() => {
  const SHORTEST = 12;
  const LEAST_DIFFERENT = 6;
  const BITS = [60, 85, 110];
  const KINDS = [
    [/\p{Ll}/u, 26],
    [/\p{Lu}/u, 26],
    [/\p{Nd}/u, 10],
    [/[^\p{Ll}\p{Lu}\p{Nd}]/u, 33],
  ];
  const step = (password) => {
    const signs = [...password.replace(/\s+/g, " ")];
    const different = new Set(signs.map((sign) => sign.toLowerCase())).size;
    if (signs.length < SHORTEST || different < LEAST_DIFFERENT) {
      return password === "" ? 0 : 1;
    }
    const pool = KINDS.reduce((sum, [kind, size]) => sum + (kind.test(password) ? size : 0), 0);
    const bits = Math.min(signs.length, different * 2) * Math.log2(pool);
    return 1 + BITS.filter((bound) => bits >= bound).length;
  };
  for (const field of document.querySelectorAll("input[type=password][data-show]")) {
    const focused = document.activeElement === field;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "btn";
    button.textContent = field.dataset.show;
    button.setAttribute("aria-pressed", "false");
    button.setAttribute("aria-controls", field.id);
    const show = (shown) => {
      field.type = shown ? "text" : "password";
      button.setAttribute("aria-pressed", String(shown));
      button.classList.toggle("active", shown);
    };
    button.addEventListener("click", () => show(field.type === "password"));
    // what is sent is a password again, so that no browser keeps it as what was typed
    field.form.addEventListener("submit", () => show(false));
    const group = document.createElement("div");
    group.className = "input-group";
    field.replaceWith(group);
    group.append(field, button);
    if (focused) {
      field.focus();
    }
    if (field.dataset.strength) {
      const steps = field.dataset.steps.split("|");
      const meter = document.createElement("meter");
      meter.className = "w-100 mt-2";
      meter.max = steps.length;
      meter.low = 2;
      meter.high = 3;
      meter.optimum = steps.length;
      meter.setAttribute("aria-label", field.dataset.strength);
      const said = document.createElement("small");
      said.className = "form-hint";
      said.setAttribute("role", "status");
      group.after(meter, said);
      field.addEventListener("input", () => {
        meter.value = step(field.value);
        said.textContent = steps[meter.value - 1] ?? "";
      });
    }
  }
})();
