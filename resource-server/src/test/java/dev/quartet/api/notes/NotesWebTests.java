package dev.quartet.api.notes;

import dev.quartet.api.ApiClient;
import dev.quartet.api.ApiTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Notes kept in the embedded database. */
@ApiTest
@ExtendWith(OutputCaptureExtension.class)
class NotesWebTests implements NotesContract, NoteVersionsContract, NoteSearchContract, SharingContract {

	private final ApiClient api;

	private final JdbcClient database;

	NotesWebTests(ApiClient api, JdbcClient database) {
		this.api = api;
		this.database = database;
	}

	@Override
	public ApiClient api() {
		return api;
	}

	@Override
	public JdbcClient database() {
		return database;
	}

	@Test
	void leavesNoLinkInTheLog(CapturedOutput log) {
		NoteWriter alice = NoteWriter.of(api);
		String link = alice.posts(alice.writes("Milk") + "/links", "{}").text("link");
		assertThat(alice.posts("/shared", "{\"link\":\"" + link + "\"}").status()).isEqualTo(200);
		alice.posts("/shared", "{\"link\":\"" + link + "\",\"other\":1}");
		alice.posts("/shared", "{\"link\":\"" + link + "x".repeat(200) + "\"}");
		alice.reads("/shared?link=" + link);
		assertThat(log.getAll()).doesNotContain(link);
	}

}
