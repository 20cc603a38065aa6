// Small comforts on top of pages that work without any script.
import { initAll } from './govuk/govuk-frontend.min.js';

initAll();

// "/" puts the cursor in the search box, unless somebody is typing.
const search = document.getElementById('search');
const typing = (element) => element.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName);
document.addEventListener('keydown', (event) => {
  if (event.key === '/' && search && !typing(event.target) && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault();
    search.focus();
    search.select();
  }
});

// The menu under the person's name closes with Escape, or when the cursor leaves it.
for (const menu of document.querySelectorAll('details.tg-account')) {
  menu.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && menu.open) {
      menu.open = false;
      menu.querySelector('summary').focus();
    }
  });
  document.addEventListener('click', (event) => {
    if (!menu.contains(event.target)) {
      menu.open = false;
    }
  });
}

// [data-print] prints the page.
for (const button of document.querySelectorAll('[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => window.print());
}
