// Marks in a live report where the reader was the last time. What was read stays on the reader's device.
const live = document.querySelector('.live');
const newest = live.querySelector('.post');
const key = `live ${location.pathname}`;
let seen = null;
try {
  seen = localStorage.getItem(key);
  localStorage.setItem(key, newest.id);
} catch {
  // A browser that keeps nothing shows no mark.
}
const last = seen && document.getElementById(seen);
if (last && last !== newest) {
  const mark = document.createElement('p');
  mark.className = 'seen-before';
  mark.textContent = live.dataset.seen;
  last.before(mark);
}
