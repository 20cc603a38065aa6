// Runs before the page is drawn, so that nothing jumps: says that scripts work. Everything works without it.
document.body.className += ' js-enabled' + ('noModule' in HTMLScriptElement.prototype ? ' govuk-frontend-supported' : '');
