package dev.quartet.auth.logout;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Decides which clients are to be told now, and what becomes of each attempt. */
@Component
class LogoutOutbox {

	/** So few that the slowest of them is over before a claim ends. */
	private static final int AT_ONCE = 8;

	private final LogoutNotices notices;

	private final LogoutSettings settings;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	LogoutOutbox(LogoutNotices notices, LogoutSettings settings, ApplicationEventPublisher events, Clock clock) {
		this.notices = notices;
		this.settings = settings;
		this.events = events;
		this.clock = clock;
	}

	/** In the transaction of the end itself: neither comes without the other. */
	@Transactional(propagation = Propagation.MANDATORY)
	public void tell(Collection<String> clientIds, String userId, String sid) {
		Instant now = this.clock.instant();
		clientIds.forEach((clientId) -> this.notices
			.save(new LogoutNotice(clientId, userId, sid, now, this.settings.giveUpAfter())));
	}

	/** What is due and nobody else is sending. */
	@Transactional
	public List<LogoutNotice> claim() {
		Instant now = this.clock.instant();
		List<LogoutNotice> due = this.notices.lockDue(now, AT_ONCE);
		due.forEach((notice) -> notice.claim(now));
		return due;
	}

	/** The client knows, or need not know any more. */
	@Transactional
	public void done(LogoutNotice notice) {
		this.notices.deleteById(notice.getId());
	}

	@Transactional
	public void failed(LogoutNotice sent) {
		this.notices.findById(sent.getId())
			.filter((notice) -> !notice.tryLater(this.clock.instant()))
			.ifPresent(this::giveUp);
	}

	private void giveUp(LogoutNotice notice) {
		this.notices.delete(notice);
		this.events.publishEvent(new LogoutGivenUp(notice.userId(), notice.clientId()));
	}

}
