'use strict';

// Tokens stay in this page's memory: a reload forgets them.
async function start() {
	const answer = await fetch('/openapi');
	const spec = await answer.json();
	const address = spec.servers[0].url;
	if (new URL(address).origin !== location.origin) {
		// The API has one name; under another one signing in would not come back here.
		location.replace(address + '/docs');
		return;
	}
	const ui = SwaggerUIBundle({
		spec,
		dom_id: '#swagger-ui',
		deepLinking: true,
		tryItOutEnabled: true,
		persistAuthorization: false,
		validatorUrl: null,
		oauth2RedirectUrl: address + '/docs/oauth2-redirect.html',
		requestInterceptor: withoutMark
	});
	ui.initOAuth({
		clientId: spec.components.securitySchemes.quartet['x-docs-client-id'],
		usePkceWithAuthorizationCodeGrant: true
	});
}

// The issuer lets foreign pages send no header that it does not need, as this one is.
function withoutMark(request) {
	delete request.headers['X-Requested-With'];
	return request;
}

start();
