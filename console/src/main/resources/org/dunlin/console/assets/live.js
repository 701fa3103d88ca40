"use strict";
// What is read anew by itself leaves people alone: it is not while the page is not seen, a box is
// ticked, a part is open or something is typed, and not for ever when nobody is there any more, so
// that a session ends as it would without it. Focus and place stay.
(() => {
  const AWAY = 10 * 60 * 1000;
  const TYPED = "input:not([type=checkbox], [type=radio]), select, textarea";
  let touched = Date.now();
  let kept = null;
  for (const event of ["pointerdown", "pointermove", "keydown", "wheel"]) {
    document.addEventListener(event, () => (touched = Date.now()), { passive: true });
  }
  const busy = (part) => {
    const focused = document.activeElement;
    const selected = document.getSelection();
    return (
      document.hidden ||
      Date.now() - touched > AWAY ||
      part.querySelector("input:checked, details[open]") !== null ||
      (part.contains(focused) && focused.matches(TYPED)) ||
      (selected !== null && !selected.isCollapsed && part.contains(selected.anchorNode))
    );
  };
  const name = (element) => {
    if (element.id !== "") {
      return `#${CSS.escape(element.id)}`;
    }
    if (element.matches("input[name][value]")) {
      return `input[name="${CSS.escape(element.name)}"][value="${CSS.escape(element.value)}"]`;
    }
    const address = element.getAttribute("href");
    return address === null ? null : `a[href="${CSS.escape(address)}"]`;
  };
  document.addEventListener("htmx:beforeRequest", (event) => {
    if (event.target.matches("[data-live]") && busy(event.target)) {
      event.preventDefault();
    }
  });
  // It may have become busy while the answer was on its way.
  document.addEventListener("htmx:beforeSwap", (event) => {
    const part = event.target;
    if (part.matches("[data-live]")) {
      if (busy(part) || event.detail.xhr.status !== 200) {
        event.detail.shouldSwap = false;
      } else {
        const focused = part.contains(document.activeElement) ? name(document.activeElement) : null;
        kept = { focused, left: window.scrollX, top: window.scrollY };
      }
    }
  });
  document.addEventListener("htmx:afterSettle", (event) => {
    if (kept !== null && event.target.matches("[data-live]")) {
      if (kept.focused !== null) {
        document.querySelector(kept.focused)?.focus({ preventScroll: true });
      }
      window.scrollTo(kept.left, kept.top);
      kept = null;
    }
  });
})();
