package dev.quartet.auth.users;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

/** Is a person who can sign in. */
@Entity
@Table(name = "users")
public class User {

	public static final String ADMIN = "admin";

	@Id
	private String id;

	@Embedded
	private Profile profile;

	private String usernameKey;

	private String roles = "";

	@Convert(converter = ClaimsColumn.class)
	private Map<StandardClaim, Object> seededClaims = new EnumMap<>(StandardClaim.class);

	@OneToMany(fetch = FetchType.EAGER, cascade = CascadeType.ALL, orphanRemoval = true)
	@JoinColumn(name = "user_id", nullable = false, updatable = false)
	private List<Credential> credentials = new ArrayList<>();

	private Instant createdAt;

	private Instant updatedAt;

	private @Nullable Instant disabledAt;

	@SuppressWarnings("NullAway.Init")
	protected User() {
	}

	/**
	 * The id is what tokens call the person's {@code sub}: it never changes and is never
	 * given again.
	 */
	public User(String id, Profile profile, Instant now) {
		this.id = id;
		this.profile = profile;
		this.usernameKey = UsernameRules.key(profile.username());
		this.createdAt = now;
		this.updatedAt = now;
	}

	public static User withRandomId(Profile profile, Instant now) {
		return new User(UUID.randomUUID().toString(), profile, now);
	}

	public String id() {
		return this.id;
	}

	public Profile profile() {
		return this.profile;
	}

	public Instant createdAt() {
		return this.createdAt;
	}

	public Instant updatedAt() {
		return this.updatedAt;
	}

	public boolean isDisabled() {
		return this.disabledAt != null;
	}

	public Set<String> roles() {
		return Set.of(StringUtils.tokenizeToStringArray(this.roles, " "));
	}

	/** Tells whether anything changed. */
	public boolean describe(Profile profile, Instant now) {
		String key = UsernameRules.key(profile.username());
		if (profile.equals(this.profile) && key.equals(this.usernameKey)) {
			return false;
		}
		this.profile = profile;
		this.usernameKey = key;
		this.updatedAt = now;
		return true;
	}

	/**
	 * Takes over what a seed says otherwise than it did before, and tells whether
	 * anything changed: what she changed herself stays.
	 */
	public boolean describeAsSeeded(Profile seed, Instant now) {
		Map<StandardClaim, Object> claims = new EnumMap<>(StandardClaim.class);
		claims.putAll(this.profile.claims());
		for (StandardClaim claim : StandardClaim.WRITTEN) {
			Object said = seed.claims().get(claim);
			if (!Objects.equals(said, this.seededClaims.get(claim))) {
				claims.compute(claim, (key, before) -> said);
			}
		}
		this.seededClaims = seed.claims();
		return describe(new Profile(seed.username(), claims), now);
	}

	/** Makes exactly these the person's roles, and tells whether anything changed. */
	public boolean holdRoles(Set<String> roles, Instant now) {
		String sorted = String.join(" ", new TreeSet<>(roles));
		if (sorted.equals(this.roles)) {
			return false;
		}
		this.roles = sorted;
		this.updatedAt = now;
		return true;
	}

	public void changePassword(String hash, Instant now) {
		password().ifPresentOrElse((credential) -> credential.change(hash, now),
				() -> this.credentials.add(new Credential(Credential.PASSWORD, hash, now)));
	}

	/** Gives her the password of a seed: what she chose before is gone. */
	public void seedPassword(String hash, Instant now) {
		changePassword(hash, now);
		password().ifPresent((credential) -> credential.seed(hash));
	}

	/** Notes that her password is the one of the seed, unless that was noted before. */
	public void keepSeededPassword() {
		password().ifPresent((credential) -> credential.seed(credential.seeded()));
	}

	/** What a seed gave her last, whether or not she chose another one since. */
	public Optional<String> seededPasswordHash() {
		return password().map(Credential::seeded);
	}

	public Optional<String> passwordHash() {
		return password().map(Credential::secret);
	}

	public Optional<Instant> passwordChangedAt() {
		return password().map(Credential::changedAt);
	}

	public void disable(Instant now) {
		this.disabledAt = now;
	}

	public void enable() {
		this.disabledAt = null;
	}

	private Optional<Credential> password() {
		return this.credentials.stream().filter(Credential::isPassword).findFirst();
	}

}
