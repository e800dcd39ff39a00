// Brings pieces that change often into a page that is whole without them. Nothing that is being read moves: the bar of
// breaking news is fixed to the window, and a box comes only below what is seen.
for (const box of document.querySelectorAll('[data-fragment]')) {
  fetch(box.dataset.fragment)
    .then((answer) => (answer.ok ? answer.text() : ''))
    .then((html) => {
      const { body } = new DOMParser().parseFromString(html, 'text/html');
      // The page need not be told of itself.
      for (const item of body.querySelectorAll('li'))
        if (item.querySelector('a')?.pathname === location.pathname) item.remove();
      const isBar = body.querySelector('.breaking-bar') !== null;
      if (!body.querySelector('li') || (!isBar && box.getBoundingClientRect().top < innerHeight)) return;
      box.append(...body.childNodes);
    })
    .catch(() => {});
}
