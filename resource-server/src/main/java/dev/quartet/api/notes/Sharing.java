package dev.quartet.api.notes;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Hands out links to notes, takes them back, and opens them. */
@Component
@Transactional
class Sharing {

	private static final int MOST = 10;

	private final Notes notes;

	private final Links links;

	private final SecureRandom random;

	private final Clock clock;

	Sharing(Notes notes, Links links, SecureRandom random, Clock clock) {
		this.notes = notes;
		this.links = links;
		this.random = random;
		this.clock = clock;
	}

	public NewLink share(Owner owner, UUID id, LinkDraft draft) {
		// The lock makes requests of the same moment count one another's links.
		Note note = notes.findForChange(id, owner).orElseThrow(NoteNotFound::new);
		Instant now = now();
		links.deleteEnded(note, now);
		if (links.findLiving(note, now).size() >= MOST) {
			throw TooMany.links(MOST);
		}
		LinkSecret secret = LinkSecret.draw(random);
		return NewLink.of(links.save(new Link(note, secret, now, now.plus(draft.life()))).view(), secret);
	}

	@Transactional(readOnly = true)
	public List<LinkView> list(Owner owner, UUID id) {
		return links.findLiving(find(owner, id), now()).stream().map(Link::view).toList();
	}

	public void revoke(Owner owner, UUID id, UUID linkId) {
		if (links.delete(linkId, find(owner, id), now()) == 0) {
			throw new LinkNotFound();
		}
	}

	@Transactional(readOnly = true)
	public SharedNote open(LinkSecret secret) {
		return links.findLiving(secret.hash(), now()).orElseThrow(LinkNotFound::new).open();
	}

	private Note find(Owner owner, UUID id) {
		return notes.findByIdAndOwner(id, owner).orElseThrow(NoteNotFound::new);
	}

	private Instant now() {
		return clock.instant().truncatedTo(ChronoUnit.MICROS);
	}

}
