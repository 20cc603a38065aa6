// [data-passkey="create" | "get"]: asks the browser for a passkey with the server's options, and sends its answer with the form.
const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (c) => c.charCodeAt(0));
const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
for (const note of document.querySelectorAll('[data-no-script]')) {
  note.hidden = true;
}
const problem = document.getElementById('passkey-problem');

const read = (form) => {
  const options = JSON.parse(form.dataset.options);
  options.challenge = bytes(options.challenge);
  if (options.user) {
    options.user.id = bytes(options.user.id);
  }
  for (const known of [...(options.allowCredentials ?? []), ...(options.excludeCredentials ?? [])]) {
    known.id = bytes(known.id);
  }
  return options;
};

// Written here, because the browser's own toJSON fails with some password managers.
const write = (credential) => {
  const { response } = credential;
  const said = { clientDataJSON: text(response.clientDataJSON) };
  if (response.attestationObject) {
    said.attestationObject = text(response.attestationObject);
    said.transports = response.getTransports?.() ?? [];
  } else {
    said.authenticatorData = text(response.authenticatorData);
    said.signature = text(response.signature);
    said.userHandle = response.userHandle ? text(response.userHandle) : null;
  }
  return JSON.stringify({
    id: credential.id, rawId: text(credential.rawId), type: credential.type, response: said, clientExtensionResults: credential.getClientExtensionResults(),
  });
};

for (const form of document.querySelectorAll('form[data-passkey]')) {
  let asking = false;
  const ask = async () => {
    if (asking) {
      return;
    }
    asking = true;
    problem.hidden = true;
    try {
      const credential = await navigator.credentials[form.dataset.passkey]({ publicKey: read(form) });
      form.elements.Credential.value = write(credential);
      form.submit();
    } catch {
      problem.hidden = false;
    } finally {
      asking = false;
    }
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    ask();
  });
  ask();
}
