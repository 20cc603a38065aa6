// An OpenID provider on loopback for the tests. Prints its address, and stops when its standard input ends.
import { createServer } from 'node:http';
import Provider from 'oidc-provider';

const back = process.argv[2];
const server = createServer((request, response) => handle(request, response));
let handle = (_, response) => response.end();
server.listen(0, '127.0.0.1', () => {
  const issuer = `http://127.0.0.1:${server.address().port}`;
  const provider = new Provider(issuer, {
    clients: [{ client_id: 'throughgate', client_secret: 'a secret of the tests only', redirect_uris: [back], grant_types: ['authorization_code'], response_types: ['code'] }],
    cookies: { keys: ['tests'] },
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    conformIdTokenClaims: false,
    // Whoever signs in as "ann@…" has that address; "unproved:ann@…" has it unproved.
    findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: `subject of ${id.replace('unproved:', '')}`, email: id.replace('unproved:', ''), email_verified: !id.startsWith('unproved:') }) }),
    pkce: { required: () => true },
    features: { devInteractions: { enabled: true } },
  });
  handle = provider.callback();
  console.log(issuer);
});
process.stdin.resume();
process.stdin.on('end', () => process.exit(0));
