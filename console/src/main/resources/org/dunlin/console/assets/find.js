"use strict";
// The key / leads to the search of the menu, unless somebody is typing.
document.addEventListener("keydown", (event) => {
  const typing = event.target.closest?.("input, select, textarea, [contenteditable]");
  if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) {
    return;
  }
  const field = document.getElementById("quoted");
  if (field) {
    event.preventDefault();
    field.focus();
  }
});
