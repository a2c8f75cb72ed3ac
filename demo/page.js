// The agency's own script: a cookie banner and a form. It knows nothing of the elements, and they know nothing of it.

const banner = document.querySelector('.banner');
const form = document.querySelector('.contact');
const key = 'example-youth-center-cookies';

/** Where the browser keeps nothing for a page, the banner still works; it only comes again with the next page. */
function remembered(choice) {
  try {
    if (choice) localStorage.setItem(key, choice);
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

if (banner && !remembered()) {
  banner.hidden = false;
  banner.addEventListener('click', ({ target }) => {
    const choice = target.dataset.cookies;
    if (!choice) return;
    remembered(choice);
    banner.hidden = true;
  });
}

form?.addEventListener('submit', (event) => {
  event.preventDefault();
  form.querySelector('[role=status]').textContent = form.dataset.sent ?? 'This is a sample page: nothing was sent.';
});
