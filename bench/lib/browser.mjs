// As much of a browser as a sign-in needs: cookies, redirects, and forms that are found by a mark and sent as they are.
const entities = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&#43;': '+', '&#x3D;': '=', '&amp;': '&' };

export class Browser {
  #cookies = [];

  // Follows redirects until a page comes or an address that starts with `until`, which is only returned.
  async get(url, until) {
    return this.#follow(new URL(url), { method: 'GET' }, until);
  }

  async submit(page, mark, fields, until) {
    const form = page.body.split(/<\/form>/i).map((part) => part.slice(part.search(/<form/i))).find((part) => part.includes(mark));
    if (!form) {
      throw new Error(`no form with ${mark} on ${page.url}: ${page.body.slice(0, 500)}`);
    }
    const body = new URLSearchParams();
    for (const tag of form.match(/<(input|button)[^>]*>/gi) ?? []) {
      const name = attribute(tag, 'name');
      const left = tag.startsWith('<button') || /type="submit"/.test(tag) ? !tag.includes(mark) : !name || name in fields;
      const unticked = /type="(radio|checkbox)"/.test(tag) && !/\schecked/.test(tag);
      if (name && !left && !unticked) {
        body.append(name, attribute(tag, 'value') ?? (/type="checkbox"/.test(tag) ? 'on' : ''));
      }
    }
    for (const [name, value] of Object.entries(fields)) {
      body.append(name, value);
    }
    const action = attribute(form.match(/<form[^>]*>/i)[0], 'action');
    const headers = { 'content-type': 'application/x-www-form-urlencoded', origin: page.url.origin };
    return this.#follow(new URL(action ?? page.url, page.url), { method: 'POST', body: body.toString(), headers }, until);
  }

  cookieHeader(url) {
    const path = new URL(url).pathname;
    return this.#cookies.filter((cookie) => path.startsWith(cookie.path)).map(({ name, value }) => `${name}=${value}`).join('; ');
  }

  async #follow(url, request, until) {
    for (let hops = 0; hops < 15; hops++) {
      const cookie = this.cookieHeader(url);
      const answer = await fetch(url, {
        ...request,
        redirect: 'manual',
        headers: { accept: 'text/html', ...request.headers, ...(cookie && { cookie }) },
      });
      this.#remember(answer, url);
      const location = answer.headers.get('location');
      if (!location) {
        return { url, status: answer.status, body: await answer.text() };
      }
      await answer.arrayBuffer();
      url = new URL(location, url);
      if (until && url.href.startsWith(until)) {
        return { url, status: answer.status, body: '' };
      }
      request = { method: 'GET' };
    }
    throw new Error(`too many redirects, the last one to ${url.origin}${url.pathname}`);
  }

  #remember(answer, url) {
    for (const line of answer.headers.getSetCookie()) {
      const [pair, ...attributes] = line.split(/;\s*/);
      const name = pair.slice(0, pair.indexOf('='));
      const value = pair.slice(pair.indexOf('=') + 1);
      const named = Object.fromEntries(attributes.map((each) => [each.split('=')[0].toLowerCase(), each.split('=').slice(1).join('=')]));
      const path = named.path ?? url.pathname.replace(/\/[^/]*$/, '/');
      this.#cookies = this.#cookies.filter((cookie) => cookie.name !== name || cookie.path !== path);
      const gone = named['max-age'] === '0' || (named.expires && Date.parse(named.expires) < Date.now());
      if (!gone) {
        this.#cookies.push({ name, value, path });
      }
    }
  }
}

function attribute(tag, name) {
  const found = tag.match(new RegExp(`\\s${name}="([^"]*)"`, 'i'));
  return found && found[1].replace(/&(lt|gt|quot|amp|#39|#43|#x3D);/g, (entity) => entities[entity]);
}
