// Before the first paint, so that a page does not appear in one theme and change to the other.
const kept = localStorage.getItem("idos-theme");
if (kept) {
  document.documentElement.dataset.theme = kept;
}
