// An application of one page, without a server of its own. What it knows stands in #state as JSON.
const { Log, UserManager, Version } = oidc;
const here = location.origin;

// Everything that the library has to say goes to the console, where the test listens.
Log.setLogger(console);
Log.setLevel(Log.DEBUG);

const manager = new UserManager({
  ...(await (await fetch('/settings.json')).json()),
  redirect_uri: `${here}/callback`,
  post_logout_redirect_uri: `${here}/signed-out`,
  scope: 'openid profile email',
  loadUserInfo: true
});
const state = { version: Version, renewals: 0 };

const keys = await manager.metadataService.getSigningKeys();
know({ keys: keys.length });

if (location.pathname === '/callback') {
  await manager.signinCallback();
  history.replaceState(null, '', '/');
} else if (location.pathname === '/signed-out') {
  const answer = await manager.signoutCallback();
  know({ returned: answer.userState });
}

manager.events.addUserLoaded((user) => know({ renewals: state.renewals + 1, token: user.access_token }));
manager.events.addSilentRenewError((error) => know({ renewal: error.error }));

on('sign-in', () => manager.signinRedirect());
on('pop-up', async () => {
  const user = await manager.signinPopup();
  know({ poppedUp: user.profile.sub });
});
on('stop', async () => manager.stopSilentRenew());
on('renew', () => manager.signinSilent());
on('revoke', async () => {
  await manager.revokeTokens();
  know({ revoked: true });
});
on('sign-out', () => manager.signoutRedirect({ state: 'good bye' }));

const user = await manager.getUser();
know({ ready: true, subject: user?.profile.sub, name: user?.profile.name, email: user?.profile.email });

function on(id, action) {
  document.getElementById(id).onclick = () => action().catch((error) => know({ failure: error.error ?? error.message }));
}

function know(more) {
  Object.assign(state, more);
  document.getElementById('state').textContent = JSON.stringify(state);
}
