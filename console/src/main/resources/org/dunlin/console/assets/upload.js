"use strict";
// Sends each file by itself, with its progress; without this script the form sends all at once.
window.addEventListener("DOMContentLoaded", () => {
  const form = document.getElementById("upload");
  if (!form) {
    return;
  }
  const choice = document.getElementById("file");
  const drop = document.getElementById("drop");
  const rows = document.getElementById("uploaded-files");
  const waiting = [];
  let busy = false;

  const cell = (text) => {
    const made = document.createElement("td");
    made.className = "long";
    made.textContent = text;
    return made;
  };

  const sendNext = () => {
    const next = waiting.shift();
    busy = next !== undefined;
    if (!busy) {
      return;
    }
    const bar = document.createElement("progress");
    bar.max = 1;
    bar.value = 0;
    bar.setAttribute("aria-label", rows.dataset.sending + " " + next.file.name);
    next.row.children[1].replaceChildren(bar);
    const address = new URLSearchParams({
      company: form.elements.company.value,
      connection: next.connection,
      name: next.file.name.slice(-200),
    });
    const request = new XMLHttpRequest();
    request.open("POST", "/upload/file?" + address);
    request.setRequestHeader("Content-Type", "application/octet-stream");
    request.setRequestHeader("X-CSRF-TOKEN", form.elements._csrf.value);
    request.upload.addEventListener("progress", (event) => {
      if (event.lengthComputable && event.total > 0) {
        bar.value = event.loaded / event.total;
      }
    });
    request.addEventListener("load", () => {
      const answer = document.createElement("template");
      answer.innerHTML = request.status === 200 ? request.responseText : "";
      const row = answer.content.querySelector("tr");
      if (row) {
        next.row.replaceWith(row);
      } else {
        next.row.children[1].textContent = "";
        next.row.children[2].textContent = rows.dataset.broken;
      }
      sendNext();
    });
    request.addEventListener("error", () => {
      next.row.children[1].textContent = "";
      next.row.children[2].textContent = rows.dataset.broken;
      sendNext();
    });
    request.send(next.file);
  };

  const send = (files) => {
    document.getElementById("uploaded").hidden = files.length === 0 && rows.children.length === 0;
    for (const file of files) {
      const row = document.createElement("tr");
      row.append(cell(file.name), cell(""), cell(""));
      rows.append(row);
      waiting.push({ file, row, connection: form.elements.connection.value });
    }
    if (!busy) {
      sendNext();
    }
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    send(choice.files);
    choice.value = "";
  });
  for (const name of ["dragenter", "dragover"]) {
    drop.addEventListener(name, (event) => {
      event.preventDefault();
      drop.classList.add("over");
    });
  }
  for (const name of ["dragleave", "drop"]) {
    drop.addEventListener(name, () => drop.classList.remove("over"));
  }
  drop.addEventListener("drop", (event) => {
    event.preventDefault();
    send(event.dataTransfer.files);
  });
});
