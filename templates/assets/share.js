// Copies the address of an article. Without this file, or where a browser can't copy, there is no button.
for (const button of document.querySelectorAll('[data-copy]')) {
  const { copy, done } = button.dataset;
  const told = button.closest('section').querySelector('[role=status]');
  if (!navigator.clipboard) continue;
  button.parentElement.hidden = false;
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(copy);
    button.textContent = done;
    told.textContent = done;
  });
}
