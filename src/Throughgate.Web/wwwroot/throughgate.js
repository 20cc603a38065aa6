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

// [data-draft]: what is typed is kept on the server when typing pauses, for its writer alone; nothing stays in the browser.
for (const form of document.querySelectorAll('form[data-draft]')) {
  let timer = 0;
  const keep = () => {
    clearTimeout(timer);
    timer = 0;
    fetch(location.pathname + location.search, {
      method: 'POST', headers: { 'X-Draft': '1' }, body: new URLSearchParams(new FormData(form)), keepalive: true,
    }).catch(() => {}); // kept at the next pause
  };
  form.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(keep, 2500);
  });
  form.addEventListener('submit', () => {
    clearTimeout(timer);
    timer = 0;
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden' && timer) {
      keep();
    }
  });
}

// A session ends when nobody works: said two minutes before, and the page is taken off the screen when it has. Every open page of it counts as work.
const timeout = document.getElementById('timeout');
if (timeout) {
  const [warn, idle, left] = ['warn', 'idle', 'left'].map((name) => Number(timeout.dataset[name]) * 1000);
  const began = Date.now();
  const others = new BroadcastChannel('throughgate');
  const stay = timeout.querySelector('[data-stay]');
  let warning = 0;
  let ending = 0;
  const worked = () => {
    const rest = left - (Date.now() - began);
    clearTimeout(warning);
    clearTimeout(ending);
    timeout.close();
    stay.hidden = rest <= idle; // the ten hours are over, whatever is done
    warning = setTimeout(() => timeout.showModal(), Math.max(0, Math.min(warn, rest - 120000)));
    ending = setTimeout(() => location.replace(location.pathname + location.search), Math.max(1000, Math.min(idle, rest) + 1000));
  };
  others.addEventListener('message', worked);
  stay.addEventListener('click', () => {
    fetch('/your-account', { redirect: 'manual' }).then((answer) => {
      if (answer.ok) {
        worked();
        others.postMessage('worked');
      } else {
        location.reload();
      }
    }).catch(() => {}); // the server is away: the warning stands
  });
  worked();
  others.postMessage('worked');
}

// A page that the browser kept whole is asked for again: whoever was signed in may not be any more.
window.addEventListener('pageshow', (event) => {
  if (event.persisted) {
    location.reload();
  }
});
