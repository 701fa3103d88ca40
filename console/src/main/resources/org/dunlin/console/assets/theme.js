// Before the page is drawn: light or dark as the system says, where the reader has chosen neither.
(() => {
  const page = document.documentElement;
  if (!page.dataset.bsTheme) {
    const dark = window.matchMedia("(prefers-color-scheme: dark)");
    const follow = () => (page.dataset.bsTheme = dark.matches ? "dark" : "light");
    dark.addEventListener("change", follow);
    follow();
  }
})();
