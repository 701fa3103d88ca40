"use strict";
// Moves from payment to payment and presses the buttons of the one that is looked at.
window.addEventListener("DOMContentLoaded", () => {
  const payments = [...document.querySelectorAll('[data-review="payment"]')];
  if (payments.length === 0) {
    return;
  }
  document.querySelectorAll('[data-review="keys"]').forEach((hint) => (hint.hidden = false));
  const button = (payment, name) => payment?.querySelector(`[data-review="${name}"]`);
  const current = () => payments.findIndex((payment) => payment.contains(document.activeElement));
  const look = (index) => {
    const payment = payments[Math.max(0, Math.min(index, payments.length - 1))];
    (button(payment, "confirm") ?? payment.querySelector("h2 a"))?.focus();
    payment.scrollIntoView({ block: "nearest" });
  };
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, select, textarea");
    if (typing || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const at = current();
    if (event.key === "j") {
      look(at + 1);
    } else if (event.key === "k") {
      look(at - 1);
    } else if (at >= 0 && event.key === "x") {
      button(payments[at], "refuse")?.click();
    } else if (at >= 0 && event.key === "s") {
      button(payments[at], "set-aside")?.click();
    }
  });
});
